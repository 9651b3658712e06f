import { createCookie } from '@remix-run/node'

/** Which community somebody looked at last. It says nothing about who they are. */
const cookie = createCookie('community', {
  path: '/',
  sameSite: 'lax',
  httpOnly: true,
  maxAge: 400 * 24 * 3600,
})

/** The code in `?c=`, else the one remembered, else null. Whether it exists is for the caller to see. */
export async function chosenCommunity(request: Request): Promise<string | null> {
  const asked = new URL(request.url).searchParams.get('c')
  if (asked !== null) return asked
  const kept: unknown = await cookie.parse(request.headers.get('Cookie'))
  return typeof kept === 'string' ? kept : null
}

/** The `Set-Cookie` that remembers it. */
export function rememberCommunity(code: string): Promise<string> {
  return cookie.serialize(code)
}
