import type { LinksFunction } from '@remix-run/node'
import { useLanguage } from '#app/i18n/use-format.ts'
import { publicHeaders } from '#app/http/public-page.server.ts'
import foundations from '#app/styles/foundations.css?url'
import { Foundations } from '#app/ui/foundations.tsx'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: foundations }]

export const headers = publicHeaders

export default function FoundationsRoute() {
  return <Foundations language={useLanguage()} />
}
