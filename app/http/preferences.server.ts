import { createCookie } from '@remix-run/node'
import { isLanguage, type Language } from '#app/i18n/language.ts'

export const THEMES = ['light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

/** How somebody wants the pages to look. Kept in a cookie: it says nothing about who they are. */
export type Preferences = {
  language: Language | undefined
  /** undefined: as the device says. */
  theme: Theme | undefined
  /** 长辈版: larger letters, one thing at a time. */
  elder: boolean
}

const cookie = createCookie('preferences', {
  path: '/',
  sameSite: 'lax',
  httpOnly: true,
  maxAge: 400 * 24 * 3600,
})

export async function readPreferences(request: Request): Promise<Preferences> {
  const kept: unknown = await cookie.parse(request.headers.get('Cookie'))
  const { language, theme, elder } = (
    typeof kept === 'object' && kept !== null ? kept : {}
  ) as Record<string, unknown>
  return {
    language: isLanguage(language) ? language : undefined,
    theme: THEMES.find((known) => known === theme),
    elder: elder === true,
  }
}

/** The `Set-Cookie` that keeps them. */
export function writePreferences(preferences: Preferences): Promise<string> {
  return cookie.serialize(preferences)
}
