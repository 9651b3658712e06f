import { notFound } from '#app/http/responses.server.ts'

/**
 * Every address that is no page. Without it the browser takes `/desk/nothing` for a page of
 * `/desk` it has yet to learn of, and starts from something else than the server sent.
 */
export function loader(): never {
  throw notFound()
}

export function action(): never {
  throw notFound()
}

export default function NoSuchPage() {
  return null
}
