import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { RollForStaff } from '#app/domain/register/roll-view.ts'
import { Button } from '#app/ui/button.tsx'
import css from './register.module.css'

/** The written proxies of a roll, with their papers. */
export function RollProxies({ view: { proxies } }: { view: RollForStaff }) {
  const { t } = useTranslation('register')
  return (
    <section className="panel">
      <div className={css.pad}>
        <h2>{t('proxies.title')}</h2>
        {proxies.length === 0 && <p className="sm muted">{t('proxies.none')}</p>}
      </div>
      <ul className={css.list}>
        {proxies.map((proxy) => (
          <li key={proxy.id}>
            <p className={css.line}>
              <b>{proxy.electorId}</b>
              <span>
                {proxy.holderName} {proxy.holderPhone}
              </span>
              <span className="sm muted">{proxy.signedOn}</span>
              <a href={`/desk/register/papers/${proxy.id}`} target="_blank" rel="noreferrer">
                {t('proxies.paper')}
              </a>
            </p>
            {proxy.instructions.map(({ item, choice, names = [] }) => (
              <p key={item} className="sm">
                {item}：{choice === 'named' ? names.join('、') : t(`proxy.choiceOf.${choice}`)}
              </p>
            ))}
            {proxy.ended !== null ? (
              <p className="sm muted">{t(`endedOf.${proxy.ended}`)}</p>
            ) : (
              <Form method="post" className={css.line}>
                <input type="hidden" name="proxyId" value={proxy.id} />
                <input type="hidden" name="intent" value="end-proxy" />
                <Button size="small" type="submit" name="ended" value="appeared">
                  {t('proxies.appeared')}
                </Button>
                <Button size="small" look="ghost" type="submit" name="ended" value="withdrawn">
                  {t('proxies.end')}
                </Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
