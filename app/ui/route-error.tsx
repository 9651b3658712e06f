import { isRouteErrorResponse, Link, useRouteError } from '@remix-run/react'

export type ErrorWords = { title: string; body: string }

type Props = {
  /** What to say for the statuses this page expects; any other is told as a fault of ours. */
  messages: Partial<Record<number, ErrorWords>>
  fault: ErrorWords
  /** The product's name, where the page that failed says so nowhere. */
  brand?: string
  /** The word on the way out. */
  home: string
  homeTo?: string
}

/**
 * Shown in place of a page that failed. An expected failure (a thrown `Response`) says what the
 * reader can do; a bug says only that it is ours, because its message was written for us and may
 * hold somebody's data.
 */
export function RouteError({ messages, fault, brand, home, homeTo = '/' }: Props) {
  const error = useRouteError()
  const status = isRouteErrorResponse(error) ? error.status : undefined
  const expected = status === undefined ? undefined : messages[status]
  const { title, body } = expected ?? fault
  return (
    <main className="error-page" id="main">
      {brand && <p className="mark">{brand}</p>}
      <p className="error-page-status" aria-hidden="true">
        {expected ? status : 500}
      </p>
      <h1 tabIndex={-1}>{title}</h1>
      <p>{body}</p>
      <p>
        <Link to={homeTo}>{home}</Link>
      </p>
    </main>
  )
}
