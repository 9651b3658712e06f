import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { VoteCommand } from '#app/domain/owners-vote/owners-vote-step.ts'
import { OVERRIDABLE } from '#app/domain/owners-vote/owners-vote.ts'
import { planFromForm } from '#app/features/owners-votes/plan-from-form.ts'
import {
  OWNERS_VOTE_STATUS,
  type OwnersVoteRefusalCode,
} from '#app/features/owners-votes/refusal-words.ts'
import { VotePage } from '#app/features/owners-votes/vote-page.tsx'
import { idOf } from '#app/http/params.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import type { RequestContext } from '#app/http/request-context.server.ts'
import { notFound } from '#app/http/responses.server.ts'
import { requireStaff } from '#app/http/viewer.server.ts'
import type { StaffViewer } from '#app/domain/permissions/viewer.ts'
import { ok, type Result } from '#app/domain/shared/result.ts'
import { textOf } from '#app/http/text-of.server.ts'
import {
  getOwnersVote,
  listRollsFor,
} from '#app/services/owners-votes/get-owners-vote.server.ts'
import { answerObjection } from '#app/services/owners-votes/object-to-result.server.ts'
import {
  changeOwnersVote,
  recordVoteNotice,
} from '#app/services/owners-votes/prepare-owners-vote.server.ts'
import { stepOwnersVote } from '#app/services/owners-votes/step-owners-vote.server.ts'

export const handle = { i18n: ['owners-votes', 'recount', 'terms'] }

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request, context)
  const { services } = context
  const asked = new URL(request.url).searchParams
  const paper = asked.get('paper')?.slice(0, 20) || null
  const voteId = idOf<'owners-vote'>(params['id'])
  const vote = await getOwnersVote(services, viewer, voteId, paper)
  if (!vote) throw notFound()
  return {
    vote,
    rolls: await listRollsFor(services.db, vote.compoundId),
    saved: asked.has('saved'),
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = await requireStaff(request, context)
  const voteId = idOf<'owners-vote'>(params['id'])
  const form = await readForm(request)
  const done = await act(form, context, viewer, voteId)
  if (!done.ok) {
    const { code } = done.refusal
    return data({ refusal: code }, OWNERS_VOTE_STATUS[code])
  }
  return redirect(`/desk/owners-votes/${voteId}?saved=1`)
}

async function act(
  form: FormData,
  { services }: RequestContext,
  viewer: StaffViewer,
  voteId: string,
): Promise<Result<unknown, { code: OwnersVoteRefusalCode }>> {
  const field = (name: string) => textOf(form, name).trim()
  const asked = field('do')
  switch (asked) {
    case 'plan':
      return changeOwnersVote(services, viewer, { voteId, plan: planFromForm(form) })
    case 'notice':
      return recordVoteNotice(services, viewer, { voteId, facts: noticeFrom(field) })
    case 'answer':
      return answerObjection(services, viewer, {
        voteId,
        objectionId: field('objectionId'),
        answer: field('answer').slice(0, 500),
      })
    default: {
      const command = commandFrom(asked, field)
      return command ? stepOwnersVote(services, viewer, { voteId, command }) : ok(null)
    }
  }
}

function commandFrom(asked: string, field: (name: string) => string): VoteCommand | null {
  const reason = field('reason').slice(0, 300)
  switch (asked) {
    case 'announce':
    case 'open':
    case 'close':
    case 'publish':
    case 'finish':
      return { type: asked }
    case 'tally':
      return { type: 'tally', papersOut: Number(field('papersOut')) }
    case 'extend':
      return { type: 'extend', closesOn: field('closesOn'), reason }
    case 'void':
      return { type: 'void', reason }
    default:
      return null
  }
}

function noticeFrom(field: (name: string) => string) {
  const body = field('partyBody')
  const date = field('partyDate')
  return {
    noticeOn: field('noticeOn') || null,
    noticeHow: field('noticeHow').slice(0, 500),
    committeeToldOn: field('committeeToldOn') || null,
    partyReview: body && date ? { body, date, opinion: field('partyOpinion') } : null,
    overrides: Object.fromEntries(
      OVERRIDABLE.map((check) => [check, field(`override-${check}`).slice(0, 200)]),
    ),
  }
}

export default function OwnersVoteRoute() {
  const refused = useActionData<typeof action>()
  return <VotePage {...useLoaderData<typeof loader>()} refusal={refused?.refusal ?? null} />
}
