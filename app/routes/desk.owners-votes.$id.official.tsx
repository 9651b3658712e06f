import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { OfficialPage } from '#app/features/owners-votes/official-page.tsx'
import { OWNERS_VOTE_STATUS } from '#app/features/owners-votes/refusal-words.ts'
import { idOf } from '#app/http/params.server.ts'
import { notFound } from '#app/http/responses.server.ts'
import { readUpload } from '#app/http/read-upload.server.ts'
import { typedFields } from '#app/http/typed-fields.server.ts'
import { requireStaff } from '#app/http/viewer.server.ts'
import { getOwnersVote } from '#app/services/owners-votes/get-owners-vote.server.ts'
import {
  EVIDENCE_BYTES,
  importOfficialResult,
} from '#app/services/owners-votes/import-official-result.server.ts'

export const handle = { i18n: ['owners-votes', 'terms'] }

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request, context)
  const vote = await getOwnersVote(context.services, viewer, idOf<'owners-vote'>(params['id']))
  if (!vote?.mayRun) throw notFound()
  return { vote: { id: vote.id, title: vote.title } }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = await requireStaff(request, context)
  const voteId = idOf<'owners-vote'>(params['id'])
  // Asked before the upload is read: a stranger's costs nothing.
  const vote = await getOwnersVote(context.services, viewer, voteId)
  if (!vote?.mayRun) throw notFound()
  const { form, file } = await readUpload(request, {
    field: 'evidence',
    limit: EVIDENCE_BYTES,
  })
  const typed = typedFields(form)
  const field = (name: string) => (typed[name] ?? '').trim().slice(0, 80)
  const sum = (choice: string) => ({
    heads: field(`${choice}-heads`),
    area: field(`${choice}-area`),
  })
  const imported = await importOfficialResult(context.services, viewer, {
    voteId,
    system: field('system'),
    reference: field('reference'),
    sums: { yes: sum('yes'), no: sum('no'), abstain: sum('abstain') },
    evidence: file,
  })
  if (imported.ok) return redirect(`/desk/owners-votes/${voteId}?saved=1`)
  const { code } = imported.refusal
  return data({ refusal: code, typed }, OWNERS_VOTE_STATUS[code])
}

export default function OfficialRoute() {
  const refused = useActionData<typeof action>()
  return (
    <OfficialPage
      {...useLoaderData<typeof loader>()}
      typed={refused?.typed ?? {}}
      refusal={refused?.refusal ?? null}
    />
  )
}
