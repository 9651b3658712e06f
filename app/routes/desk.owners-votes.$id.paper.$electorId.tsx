import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ReadingPage } from '#app/features/owners-votes/reading-page.tsx'
import {
  OWNERS_VOTE_STATUS,
  type OwnersVoteRefusalCode,
} from '#app/features/owners-votes/refusal-words.ts'
import { idOf } from '#app/http/params.server.ts'
import { readUpload } from '#app/http/read-upload.server.ts'
import { notFound } from '#app/http/responses.server.ts'
import { textOf } from '#app/http/text-of.server.ts'
import { requireStaff } from '#app/http/viewer.server.ts'
import { PHOTO_BYTES } from '#app/services/matters/clean-photo.server.ts'
import { getPaper } from '#app/services/owners-votes/get-paper.server.ts'
import { readPaper } from '#app/services/owners-votes/read-paper.server.ts'

export const handle = { i18n: ['owners-votes', 'terms'] }

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request, context)
  const paper = await getPaper(context.services.db, viewer, paperOf(params))
  if (!paper) throw notFound()
  return { ...paper, answer: new URL(request.url).searchParams.get('answer') }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = await requireStaff(request, context)
  const paper = paperOf(params)
  // Asked before the upload is read: a stranger's costs nothing.
  if (!(await getPaper(context.services.db, viewer, paper))) throw notFound()
  const { form, file } = await readUpload(request, { field: 'photo', limit: PHOTO_BYTES })
  if (file && !file.bytes) return refused('photo-too-large')
  const options = form.getAll('option').map(String)
  const reason = form.get('reason')
  const overseer = form.get('overseer')
  const read = await readPaper(context.services, viewer, {
    ...paper,
    mark: textOf(form, 'mark') || options.join(','),
    reason: typeof reason === 'string' ? reason.slice(0, 300) : null,
    overseer: typeof overseer === 'string' ? overseer.slice(0, 40) : null,
    photo: file?.bytes ?? null,
  })
  if (!read.ok) return refused(read.refusal.code)
  return redirect(`?answer=${read.value.at}`)
}

function refused(code: OwnersVoteRefusalCode) {
  return data({ refusal: code }, OWNERS_VOTE_STATUS[code])
}

function paperOf(params: ActionFunctionArgs['params']) {
  return {
    voteId: idOf<'owners-vote'>(params['id']),
    electorId: idOf<'elector'>(params['electorId']),
  }
}

export default function PaperRoute() {
  const refused = useActionData<typeof action>()
  return <ReadingPage {...useLoaderData<typeof loader>()} refusal={refused?.refusal ?? null} />
}
