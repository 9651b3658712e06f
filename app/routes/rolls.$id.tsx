import {
  data,
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import {
  REGISTER_REFUSAL_STATUS,
  type RegisterRefusalCode,
} from '#app/domain/register/refusal-code.ts'
import type { MyLine } from '#app/domain/register/roll-view.ts'
import { GUEST } from '#app/domain/permissions/viewer.ts'
import { PublicFrame } from '#app/features/public/public-frame.tsx'
import { PublicRollPage } from '#app/features/register/public-roll-page.tsx'
import { idOf, pageOf } from '#app/http/params.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { notFound } from '#app/http/responses.server.ts'
import { textOf } from '#app/http/text-of.server.ts'
import { getPublicFrame } from '#app/services/public/get-public-frame.server.ts'
import { findMyLine, getPublicRoll } from '#app/services/register/get-roll.server.ts'
import { objectToRoll } from '#app/services/register/roll-objections.server.ts'
import publicPages from '#app/styles/public.css?url'

export const handle = { i18n: ['public', 'register'] }

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: publicPages }]

/** For the owners who were given its address, and no search engine. */
export const headers = () => ({ 'X-Robots-Tag': 'noindex', 'Cache-Control': 'no-store' })

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: loaded ? `${loaded.roll.title} · 730议事厅` : '730议事厅' },
  { name: 'robots', content: 'noindex' },
]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { services } = context
  const page = pageOf(new URL(request.url).searchParams)
  const roll = await getPublicRoll(services, idOf<'roll'>(params['id']), page)
  if (!roll) throw notFound()
  return {
    roll,
    formKey: services.newId(),
    frame: await getPublicFrame(services, roll.communityCode),
  }
}

type Answer = { code: RegisterRefusalCode | null; mine: MyLine | null; isSent: boolean }

export async function action({ request, params, context }: ActionFunctionArgs) {
  const rollId = idOf<'roll'>(params['id'])
  const answer = (change: Partial<Answer>) =>
    data<Answer>(
      { code: null, mine: null, isSent: false, ...change },
      change.code ? REGISTER_REFUSAL_STATUS[change.code] : 200,
    )
  // Doors and names are few enough to try them all; at this rate that takes for ever.
  const heard = await context.rateLimits.codes.take(`roll ${context.clientAddress}`)
  if (!heard.ok) return answer({ code: heard.refusal.code })
  const form = await readForm(request)
  const text = (name: string) => textOf(form, name).slice(0, 2000)
  if (text('intent') === 'find') {
    const asked = { room: text('room'), name: text('name') }
    const mine = await findMyLine(context.services, rollId, asked)
    return answer(mine ? { mine } : { code: 'no-such-line' })
  }
  const objected = await objectToRoll(context.services, GUEST, {
    key: idOf<'objection'>(text('key')),
    ...{ rollId, electorId: null },
    ...{ name: text('name'), contact: text('contact'), words: text('words') },
  })
  return answer(objected.ok ? { isSent: true } : { code: objected.refusal.code })
}

export default function PublicRollRoute() {
  const { roll, frame, formKey } = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  return (
    <PublicFrame frame={frame}>
      <PublicRollPage
        roll={roll}
        formKey={formKey}
        mine={answered?.mine ?? null}
        isSent={answered?.isSent ?? false}
        code={answered?.code ?? null}
      />
    </PublicFrame>
  )
}
