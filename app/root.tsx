import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLoaderData,
  useRouteLoaderData,
  type ShouldRevalidateFunctionArgs,
} from '@remix-run/react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useChangeLanguage } from 'remix-i18next/react'
import { languageOf } from './http/language.server.ts'
import { readPreferences } from './http/preferences.server.ts'
import { WORDS_ELEMENT } from './i18n/i18n-options.ts'
import base from './styles/base.css?url'
import components from './styles/components.css?url'
import tokens from './styles/tokens.css?url'
import { useNonce } from './ui/nonce.ts'
import { RouteError } from './ui/route-error.tsx'

export const handle = { i18n: ['common'] }

export const links: LinksFunction = () => [
  ...[base, components].map((href) => ({ rel: 'stylesheet', href })),
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
]

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.language === 'en' ? '730 Council' : '730议事厅' },
  { name: 'theme-color', content: '#F6F7F4', media: '(prefers-color-scheme: light)' },
  { name: 'theme-color', content: '#101613', media: '(prefers-color-scheme: dark)' },
]

export async function loader({ request }: LoaderFunctionArgs) {
  const [language, { theme, elder }] = await Promise.all([
    languageOf(request),
    readPreferences(request),
  ])
  return { language, theme, elder }
}

/** How pages look is changed by a form and by nothing else; going to another page needs no answer about it. */
export function shouldRevalidate({
  formMethod,
  defaultShouldRevalidate,
}: ShouldRevalidateFunctionArgs): boolean {
  return formMethod !== undefined && defaultShouldRevalidate
}

export function Layout({ children }: { children: ReactNode }) {
  const { i18n, t } = useTranslation()
  const nonce = useNonce()
  // Missing when the loader itself failed; the page then looks as the device says.
  const chosen = useRouteLoaderData<typeof loader>('root')
  return (
    <html
      lang={i18n.language}
      data-theme={chosen?.theme}
      data-elder={chosen?.elder ? '' : undefined}
    >
      <head>
        <meta charSet="utf-8" />
        <meta
          name="viewport"
          content="width=device-width, initial-scale=1, viewport-fit=cover"
        />
        <Meta />
        {/* It says the order of the cascade layers, which only the first stylesheet of a page can. */}
        <link rel="stylesheet" href={tokens} />
        <Links />
      </head>
      <body>
        <a className="skip-link" href="#main">
          {t('nav.skip')}
        </a>
        {children}
        <Words />
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  )
}

/** The words of this page, for the browser to start from. */
function Words() {
  const { i18n } = useTranslation()
  const nonce = useNonce()
  const [json] = useState(() =>
    typeof document === 'undefined'
      ? JSON.stringify(i18n.store.data).replaceAll('<', '\\u003c')
      : (document.getElementById(WORDS_ELEMENT)?.textContent ?? '{}'),
  )
  return (
    <script
      id={WORDS_ELEMENT}
      type="application/json"
      nonce={nonce}
      suppressHydrationWarning
      dangerouslySetInnerHTML={{ __html: json }}
    />
  )
}

export default function App() {
  const { language } = useLoaderData<typeof loader>()
  useChangeLanguage(language)
  return <Outlet />
}

export function ErrorBoundary() {
  const { t } = useTranslation()
  const words = (status: '403' | '404' | '410' | '429' | '500') => ({
    title: t(`error.${status}.title`),
    body: t(`error.${status}.body`),
  })
  return (
    <RouteError
      messages={{
        403: words('403'),
        404: words('404'),
        410: words('410'),
        429: words('429'),
      }}
      fault={words('500')}
      brand={t('brand.name')}
      home={t('error.home')}
    />
  )
}
