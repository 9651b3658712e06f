import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { readPreferences, THEMES, writePreferences } from '#app/http/preferences.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { safeReturnPath } from '#app/http/responses.server.ts'
import { isLanguage } from '#app/i18n/language.ts'

/**
 * Keeps how somebody wants the pages to look. A form here sends any of `language`, `theme` (`device`
 * for no choice) and `elder` (`on`, `off`), and `returnTo`; what it does not send stays as it was.
 */
export async function action({ request }: ActionFunctionArgs) {
  const form = await readForm(request)
  const before = await readPreferences(request)
  const language = form.get('language')
  const theme = form.get('theme')
  const elder = form.get('elder')
  const after = {
    language: isLanguage(language) ? language : before.language,
    theme:
      theme === 'device'
        ? undefined
        : (THEMES.find((known) => known === theme) ?? before.theme),
    elder: elder === null ? before.elder : elder === 'on',
  }
  return redirect(withoutLanguage(safeReturnPath(form.get('returnTo'))), {
    headers: { 'Set-Cookie': await writePreferences(after) },
  })
}

/** `?lang=` in the address would go on deciding, and the choice would seem not to work. */
function withoutLanguage(path: string): string {
  const url = new URL(path, 'http://self')
  url.searchParams.delete('lang')
  return `${url.pathname}${url.search}${url.hash}`
}

export function loader() {
  return redirect('/')
}
