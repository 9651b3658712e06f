import { isRouteErrorResponse, Link, useRouteError } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

/** The statuses that have words of their own; any other is told as a fault of ours. */
const TOLD = ['403', '404', '410', '429'] as const

/**
 * Shown in place of a page that failed. An expected failure (a thrown `Response`) says what the
 * reader can do; a bug says only that it is ours, because its message was written for us and may
 * hold somebody's data.
 */
export function RouteError() {
  const { t } = useTranslation()
  const error = useRouteError()
  const status =
    (isRouteErrorResponse(error) && TOLD.find((told) => told === String(error.status))) || '500'
  return (
    <main className="error-page" id="main">
      <p className="error-page-status" aria-hidden="true">
        {status}
      </p>
      <h1 tabIndex={-1}>{t(`error.${status}.title`)}</h1>
      <p>{t(`error.${status}.body`)}</p>
      <p>
        <Link to="/">{t('error.home')}</Link>
      </p>
    </main>
  )
}
