import type { LinksFunction } from '@remix-run/node'
import { useLanguage } from '#app/i18n/use-format.ts'
import foundations from '#app/styles/foundations.css?url'
import { Foundations } from '#app/ui/foundations.tsx'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: foundations }]

export default function FoundationsRoute() {
  return <Foundations language={useLanguage()} />
}
