import {
  redirect,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { HomePage } from '#app/features/public/home-page.tsx'
import { PublicFrame } from '#app/features/public/public-frame.tsx'
import { StartPage } from '#app/features/public/start-page.tsx'
import { chosenCommunity } from '#app/http/chosen-community.server.ts'
import { languageOf } from '#app/http/language.server.ts'
import { publicHeaders, thisMinute } from '#app/http/public-page.server.ts'
import { publicTitle } from '#app/http/public-title.server.ts'
import { getChosenFrame } from '#app/services/public/get-chosen-frame.server.ts'
import { getPublicHome } from '#app/services/public/get-public-home.server.ts'
import { needsSetup } from '#app/services/setup/needs-setup.server.ts'
import publicPages from '#app/styles/public.css?url'

export const handle = { i18n: ['public', 'terms'] }

export const headers = publicHeaders

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: publicPages }]

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data?.title ? [{ title: data.title }] : [{ title: '730议事厅' }]

/** The community of `?c=`, or the one looked at last, or the first. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { services } = context
  const frame = await getChosenFrame(services, await chosenCommunity(request))
  if (!frame) {
    if (await needsSetup(services)) throw redirect('/setup')
    return { frame: null, title: null }
  }
  const [home, title] = await Promise.all([
    getPublicHome(services, frame.community.id),
    publicTitle(await languageOf(request), 'home', frame.community),
  ])
  return { frame, home, title, now: thisMinute(services) }
}

export default function Home() {
  const loaded = useLoaderData<typeof loader>()
  return (
    <PublicFrame frame={loaded.frame} section="home">
      {loaded.frame ? (
        <HomePage frame={loaded.frame} home={loaded.home} now={loaded.now} />
      ) : (
        <StartPage />
      )}
    </PublicFrame>
  )
}
