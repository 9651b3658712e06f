import { Link } from '@remix-run/react'
import { IconArrowBackUp } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Echo } from '#app/domain/records/public-view.ts'
import { SATISFACTION_MARK } from '#app/features/matters/matter-marks.ts'
import { useFormat } from '#app/i18n/use-format.ts'
import { Tag } from '#app/ui/tag.tsx'
import css from './public.module.css'

/** 回音壁: what was raised, what came of it, and what the person who raised it says of it. */
export function EchoWall({ echoes }: { echoes: Echo[] }) {
  const { t } = useTranslation('public')
  const { t: terms } = useTranslation('terms')
  const format = useFormat()
  return (
    <div className="echo">
      {echoes.map((echo) => (
        <article key={echo.matterId} className={`card ${css.echoCard ?? ''}`}>
          <h3 className={`q ${css.quote ?? ''}`}>
            <Link to={`/matters/${echo.matterId}`}>{echo.title}</Link>
          </h3>
          <p className={`sm muted ${css.said ?? ''}`}>
            {t('echo.raised', {
              day: format.shortDay(echo.raisedAt),
              source: terms(`matterSource.${echo.source}`),
            })}
          </p>
          <p className="a">{echo.result || t('echo.noResult')}</p>
          <p className={`row sm ${css.echoFoot ?? ''}`}>
            {echo.status === 'closed' && echo.satisfaction ? (
              <>
                <Tag {...SATISFACTION_MARK[echo.satisfaction]}>
                  {t('echo.visit', {
                    satisfaction: terms(`satisfaction.${echo.satisfaction}`),
                  })}
                </Tag>
                {echo.days !== null && (
                  <span className="muted">{t('echo.days', { count: echo.days })}</span>
                )}
              </>
            ) : (
              <Tag tone="jujube" icon={IconArrowBackUp}>
                {t('echo.again')}
              </Tag>
            )}
          </p>
        </article>
      ))}
    </div>
  )
}
