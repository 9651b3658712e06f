import { useRevalidator } from '@remix-run/react'
import { useState } from 'react'
import { readImportLine, type ImportProgress } from '#app/domain/register/import-progress.ts'
import type { RegisterRefusalCode } from '#app/domain/register/refusal-code.ts'

type Applying = {
  /** Null while nothing is being written. */
  progress: ImportProgress | null
  refused: RegisterRefusalCode | null
  apply: () => Promise<void>
}

/** Writes an import and follows how far it is. Whatever became of it, the page is read anew. */
export function useApplyImport(importId: string, rows: number): Applying {
  const revalidator = useRevalidator()
  const [progress, setProgress] = useState<ImportProgress | null>(null)
  const [refused, setRefused] = useState<RegisterRefusalCode | null>(null)

  async function apply() {
    setRefused(null)
    setProgress({ done: 0, of: rows })
    try {
      const answer = await fetch(`/desk/register/import/${importId}/apply`, { method: 'POST' })
      await forEachLine(answer, (text) => {
        const line = readImportLine(text)
        if (!line) return
        if (!('ended' in line)) setProgress(line)
        else if (line.ended === 'refused') setRefused(line.code)
      })
    } catch {
      // The line went dead. It is written as a whole or not at all: the page knows which.
    }
    setProgress(null)
    revalidator.revalidate()
  }
  return { progress, refused, apply }
}

async function forEachLine(answer: Response, each: (line: string) => void): Promise<void> {
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  for (;;) {
    const part = await reader?.read()
    if (!part || part.done) break
    const lines = (rest + part.value).split('\n')
    rest = lines.pop() ?? ''
    lines.forEach(each)
  }
  if (rest !== '') each(rest)
}
