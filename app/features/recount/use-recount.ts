import { useCallback, useEffect, useRef, useState } from 'react'
import { checkSignature } from './check-signature.ts'
import { outcomeOf, type RecountOutcome } from './recount-outcome.ts'

export type Key = { publicKey: string; fingerprint: string }

/** Counts in this browser. What was counted last stands; a file chosen later overtakes an earlier one. */
export function useRecount(key: Key, first: RecountOutcome | null) {
  const [outcome, setOutcome] = useState(first)
  const [working, setWorking] = useState(false)
  const latest = useRef(0)
  const { publicKey, fingerprint } = key

  const run = useCallback(
    async (read: () => Promise<RecountOutcome | ArrayBuffer>) => {
      const turn = (latest.current += 1)
      setWorking(true)
      const found = await read()
      const result =
        found instanceof ArrayBuffer
          ? await outcomeOf(utf8(found), (file) =>
              checkSignature({ publicKey, fingerprint }, file),
            )
          : found
      if (turn !== latest.current) return
      setOutcome(result)
      setWorking(false)
    },
    [publicKey, fingerprint],
  )

  const countFile = useCallback((file: File) => void run(() => file.arrayBuffer()), [run])
  const countBallot = useCallback(
    (ballotId: string) => void run(() => fetchRecord(ballotId)),
    [run],
  )
  return { outcome, working, countFile, countBallot }
}

/** Counts the ballot that a link named, once, when the page has come to life. */
export function useNamedBallot(
  ballotId: string | null,
  alreadyCounted: boolean,
  countBallot: (id: string) => void,
): void {
  const asked = useRef(alreadyCounted ? ballotId : null)
  useEffect(() => {
    if (ballotId === null || asked.current === ballotId) return
    asked.current = ballotId
    countBallot(ballotId)
  }, [ballotId, countBallot])
}

async function fetchRecord(ballotId: string): Promise<RecountOutcome | ArrayBuffer> {
  try {
    const answer = await fetch(`/ballots/${ballotId}/record.json`)
    if (answer.ok) return await answer.arrayBuffer()
    return { kind: answer.status === 404 ? 'no-record' : 'not-fetched' }
  } catch {
    return { kind: 'not-fetched' }
  }
}

function utf8(bytes: ArrayBuffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
