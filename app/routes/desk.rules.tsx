import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ruleProfileFor } from '#app/domain/voting/rule-profiles.ts'
import type { Share } from '#app/domain/voting/rule.ts'
import { RULES_STATUS, RulesPage } from '#app/features/rules/rules-page.tsx'
import { readForm } from '#app/http/read-form.server.ts'
import { notFound } from '#app/http/responses.server.ts'
import { requireStaff } from '#app/http/viewer.server.ts'
import {
  addLocalRule,
  listRules,
  removeLocalRule,
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
  const { services } = context
  const form = await readForm(request)
  const typed = Object.fromEntries(
    [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  ) as Partial<Record<string, string>>
  const field = (name: string) => (typed[name] ?? '').trim().slice(0, 80)
  const profileId = field('profileId')
  const national = ruleProfileFor(profileId, 'CN', '9999-12-31')
  const done =
    field('do') === 'remove'
      ? await removeLocalRule(services, viewer, {
          profileId,
          version: Number(field('version')),
        })
      : await addLocalRule(services, viewer, {
          profileId,
          title: field('title'),
          article: field('article'),
          effectiveFrom: field('effectiveFrom'),
          quorum: barFrom(field('quorum')),
          pass: barFrom(field('pass')) ??
            national?.rule.pass ?? { share: [1, 1], strict: false },
          noticeDays: field('noticeDays')
            ? Number(field('noticeDays'))
            : (national?.noticeDays ?? null),
          ownSystemLawful: field('ownSystemLawful') === 'on',
        })
  if (done.ok) return redirect('/desk/rules?saved=1')
  const { code } = done.refusal
  return data({ refusal: code, typed }, RULES_STATUS[code])
}

/** `2/3` is at least, `>2/3` more than; nothing is as the law has it. */
function barFrom(text: string): { share: Share; strict: boolean } | null {
  const match = /^(>?)(\d{1,4})\/(\d{1,4})$/.exec(text)
  return match && { share: [Number(match[2]), Number(match[3])], strict: match[1] === '>' }
}

export default function RulesRoute() {
  const refused = useActionData<typeof action>()
  return (
    <RulesPage
      {...useLoaderData<typeof loader>()}
      typed={refused?.typed ?? {}}
      refusal={refused?.refusal ?? null}
    />
  )
}
