import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { HowPage } from '#app/features/public/how-page.tsx'
import { PublicFrame } from '#app/features/public/public-frame.tsx'
import { chosenCommunity } from '#app/http/chosen-community.server.ts'
import { languageOf } from '#app/http/language.server.ts'
import { translatorFor } from '#app/i18n/request-i18n.server.ts'
import { publicHeaders } from '#app/http/public-page.server.ts'
import { getChosenFrame } from '#app/services/public/get-chosen-frame.server.ts'
import publicPages from '#app/styles/public.css?url'

export const handle = { i18n: ['public'] }

export const headers = publicHeaders

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: publicPages }]

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? '' }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const t = await translatorFor(await languageOf(request), 'public')
  return {
    frame: await getChosenFrame(context.services, await chosenCommunity(request)),
    title: t('how.title'),
  }
}

export default function How() {
  const { frame } = useLoaderData<typeof loader>()
  return (
    <PublicFrame frame={frame} section="how">
      <HowPage />
    </PublicFrame>
  )
}
