import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { AUTHORITIES } from '#app/domain/voting/authority.ts'
import type { Bar, LocalText } from '#app/domain/voting/local-profile.ts'
import { RULE_PROFILE_IDS } from '#app/domain/voting/rule-profile-id.ts'
import type { VoteScope } from '#app/domain/voting/rule-profiles.ts'
import type { Base } from '#app/domain/voting/rule.ts'
import { RULES_STATUS, RulesPage } from '#app/features/rules/rules-page.tsx'
import { readForm } from '#app/http/read-form.server.ts'
import { notFound } from '#app/http/responses.server.ts'
import { typedFields } from '#app/http/typed-fields.server.ts'
import { requireStaff } from '#app/http/viewer.server.ts'
import type { StaffViewer } from '#app/domain/permissions/viewer.ts'
import { refuse, type Result } from '#app/domain/shared/result.ts'
import { textOf } from '#app/http/text-of.server.ts'
import type { Services } from '#app/runtime/services.server.ts'
import {
  addLocalRule,
  addNewLocalRule,
  listRules,
  removeLocalRule,
  type LocalRulesRefusal,
} from '#app/services/rules/local-rules.server.ts'

export const handle = { i18n: ['rules', 'terms'] }

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request, context)
  const rules = await listRules(context.services, viewer)
  if (!rules) throw notFound()
  return { ...rules, saved: new URL(request.url).searchParams.has('saved') }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await requireStaff(request, context)
  const form = await readForm(request)
  const done = await carryOut(context.services, viewer, form)
  if (done.ok) return redirect('/desk/rules?saved=1')
  const { code } = done.refusal
  const typed = typedFields(form)
  const ticked = {
    topics: form.getAll('topic').map(String),
    scopes: form.getAll('scope').map(String),
  }
  return data({ refusal: code, typed, ticked }, RULES_STATUS[code])
}

type Done = Promise<Result<null, LocalRulesRefusal>>

async function carryOut(services: Services, viewer: StaffViewer, form: FormData): Done {
  const field = (name: string) => textOf(form, name).trim().slice(0, 80)
  const isOn = (name: string) => form.get(name) === 'on'
  const text: LocalText = {
    title: field('title'),
    article: field('article'),
    effectiveFrom: field('effectiveFrom'),
    quorum: barFrom(field('quorum')),
    pass: barFrom(field('pass')),
    noticeDays: field('noticeDays') ? Number(field('noticeDays')) : null,
    ownSystemLawful: isOn('ownSystemLawful'),
  }
  const profileId = field('profileId')
  switch (field('do')) {
    case 'remove':
      return removeLocalRule(services, viewer, { profileId, version: Number(field('version')) })
    case 'add-new': {
      const kin = RULE_PROFILE_IDS.find((each) => each === field('kin'))
      if (!kin) return refuse({ code: 'no-such-profile' })
      const [topics, scopes] = [form.getAll('topic'), form.getAll('scope')]
      return addNewLocalRule(services, viewer, {
        ...text,
        kin,
        name: { zh: field('nameZh'), en: field('nameEn') },
        topicTypes: AUTHORITIES.map(({ topicType }) => topicType).filter((topic) =>
          topics.includes(topic),
        ),
        passOf: BASES.find((base) => base === field('passOf')) ?? 'roll',
        needsPartyReview: isOn('party'),
        needsEverySide: isOn('sides'),
        repsShare: barFrom(field('reps'))?.share ?? null,
        // Where there is nothing to choose the form asks for nothing.
        scopes:
          scopes.length > 0 ? SCOPES.filter((scope) => scopes.includes(scope)) : ['compound'],
      })
    }
    default:
      return addLocalRule(services, viewer, { ...text, profileId })
  }
}

const BASES: readonly Base[] = ['participating', 'present', 'roll']
const SCOPES: readonly VoteScope[] = ['compound', 'building', 'stairwell']

/** `2/3` is at least, `>2/3` more than; nothing is as the law has it. */
function barFrom(text: string): Bar | null {
  const match = /^(>?)(\d{1,4})\/(\d{1,4})$/.exec(text)
  return match && { share: [Number(match[2]), Number(match[3])], strict: match[1] === '>' }
}

export default function RulesRoute() {
  const refused = useActionData<typeof action>()
  return (
    <RulesPage
      {...useLoaderData<typeof loader>()}
      typed={refused?.typed ?? {}}
      ticked={refused?.ticked ?? { topics: [], scopes: [] }}
      refusal={refused?.refusal ?? null}
    />
  )
}
