import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { forgetEverybody } from '#app/http/viewer.server.ts'

export async function action({ request, context }: ActionFunctionArgs) {
  return redirect('/', { headers: { 'Set-Cookie': await forgetEverybody(request, context) } })
}

/** Signing out takes a press: an address alone, or a page that loads it as a picture, does nothing. */
export function loader() {
  return redirect('/')
}
