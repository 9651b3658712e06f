import {
  data,
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { RecountPage } from '#app/features/recount/recount-page.tsx'
import { outcomeOf, type RecountOutcome } from '#app/features/recount/recount-outcome.ts'
import { chosenCommunity } from '#app/http/chosen-community.server.ts'
import { ID_PATTERN } from '#app/domain/shared/ids.ts'
import { publicHeaders } from '#app/http/public-page.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { getChosenFrame } from '#app/services/public/get-chosen-frame.server.ts'
import { checkRecordSignature } from '#app/services/voting/check-record-signature.server.ts'
import { getBallotRecord } from '#app/services/voting/get-ballot-record.server.ts'
import { writeSignedRecord } from '#app/services/voting/write-record.server.ts'
import publicPages from '#app/styles/public.css?url'

export const handle = { i18n: ['ballot', 'public', 'recount', 'terms'] }

export const headers = publicHeaders

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: publicPages }]

/** What the server counts itself, for a browser without scripts. A browser that counts has no such limit. */
const LARGEST = 4 * 1024 * 1024

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { publicKey, fingerprint } = context.services.signing
  const asked = new URL(request.url).searchParams.get('ballot')
  return {
    publicKey,
    fingerprint,
    frame: await getChosenFrame(context.services, await chosenCommunity(request)),
    ballotId: asked !== null && ID_PATTERN.test(asked) ? asked : null,
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const sent = await readForm(request)
  const file = sent.get('file')
  const ballot = sent.get('ballot')
  const { signing } = context.services
  const counted = (text: string | null) =>
    outcomeOf(text, (part) => checkRecordSignature(signing.publicKey, part))

  if (file instanceof File && file.size > 0) {
    return file.size > LARGEST
      ? answer({ kind: 'too-large' })
      : answer(await counted(utf8(await file.arrayBuffer())))
  }
  if (typeof ballot === 'string' && ID_PATTERN.test(ballot)) {
    const source = await getBallotRecord(context.services, ballot)
    if (!source) return answer({ kind: 'no-record' })
    let text = ''
    for await (const chunk of (await writeSignedRecord(signing, source)).chunks) {
      text += chunk
      if (text.length > LARGEST) return answer({ kind: 'too-large' })
    }
    return answer(await counted(text))
  }
  return answer({ kind: 'no-file' })
}

function answer(outcome: RecountOutcome) {
  return data(outcome, STATUS[outcome.kind])
}

const STATUS = {
  counted: 200,
  malformed: 422,
  'too-large': 413,
  'no-record': 404,
  'no-file': 400,
  'not-fetched': 502,
} satisfies Record<RecountOutcome['kind'], number>

function utf8(bytes: ArrayBuffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

export default function RecountRoute() {
  return (
    <RecountPage
      {...useLoaderData<typeof loader>()}
      counted={useActionData<typeof action>() ?? null}
    />
  )
}
