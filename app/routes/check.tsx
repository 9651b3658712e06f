import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { CheckPage } from '#app/features/public/check-page.tsx'
import { PublicFrame } from '#app/features/public/public-frame.tsx'
import { chosenCommunity } from '#app/http/chosen-community.server.ts'
import { languageOf } from '#app/http/language.server.ts'
import { translatorFor } from '#app/i18n/request-i18n.server.ts'
import { publicHeaders } from '#app/http/public-page.server.ts'
import { getChosenFrame } from '#app/services/public/get-chosen-frame.server.ts'
import { findByCheckCode } from '#app/services/records/find-by-check-code.server.ts'
import publicPages from '#app/styles/public.css?url'

export const handle = { i18n: ['public', 'minutes'] }

export const headers = publicHeaders

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: publicPages }]

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title ?? '' },
  { name: 'robots', content: 'noindex' },
]

/** A check code from a sheet of paper: what it stands for, and whether that is unchanged. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const t = await translatorFor(await languageOf(request), 'minutes')
  const typed = (new URL(request.url).searchParams.get('code') ?? '').slice(0, 40)
  const heard = typed === '' ? null : await context.rateLimits.codes.take(context.clientAddress)
  return {
    frame: await getChosenFrame(context.services, await chosenCommunity(request)),
    title: t('check.title'),
    typed,
    tooFast: heard?.ok === false,
    found: heard?.ok === true ? await findByCheckCode(context.services, typed) : null,
  }
}

export default function Check() {
  const { frame, ...page } = useLoaderData<typeof loader>()
  return (
    <PublicFrame frame={frame}>
      <CheckPage {...page} />
    </PublicFrame>
  )
}
