import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { QrCode } from '#app/features/records/qr-code.tsx'
import { useFormat } from '#app/i18n/use-format.ts'
import { Button } from '#app/ui/button.tsx'
import { PrintHead } from '#app/ui/print-head.tsx'
import { noon } from './noon.ts'
import { silentQuery } from './silent-query.ts'
import css from './owners-votes.module.css'

type Props = {
  vote: { id: string; title: string; closesOn: string; compound: string }
  slips: {
    electorId: string
    names: string
    doors: string
    /** Null where no phone votes are taken. */
    qr: { path: string; size: number } | null
  }[]
  total: number
  page: number
  pages: number
  building: string | null
}

/** Slips for the letterboxes of those who have not voted, each with the way to vote. */
export function SlipsPage({ vote, slips, total, page, pages, building }: Props) {
  const { t } = useTranslation('owners-votes')
  const format = useFormat()
  const back = `/desk/owners-votes/${vote.id}/silent?${silentQuery(page, building)}`
  return (
    <main id="main">
      <PrintHead
        title={t('slip.title')}
        lead={t('slip.lead', { count: total, page, pages })}
        back={{ to: back, label: t('sheet.back') }}
        print={t('sheet.print')}
      >
        {slips.length > 0 && (
          <Form method="post" action={back}>
            <input type="hidden" name="do" value="reminded" />
            <input type="hidden" name="way" value="handed" />
            {slips.map(({ electorId }) => (
              <input key={electorId} type="hidden" name="elector" value={electorId} />
            ))}
            <Button type="submit" look="line">
              {t('slip.mark', { count: slips.length })}
            </Button>
          </Form>
        )}
      </PrintHead>
      <div className={css.slips}>
        {slips.map(({ electorId, names, doors, qr }) => (
          <article key={electorId} className={css.slip} lang="zh-CN">
            <div>
              <h2>{t('slip.heading')}</h2>
              <p>
                {names} · {doors}
              </p>
              <p>
                {vote.compound} · {vote.title}
              </p>
              <p>
                <b className="b">
                  {t('slip.until', { day: format.fullDay(noon(vote.closesOn)) })}
                </b>
              </p>
              <p className={css.small}>
                {t(qr ? 'slip.scan' : 'slip.paper')} {t('slip.ignore')}
              </p>
            </div>
            {qr && <QrCode {...qr} label={t('slip.scan')} pixels={104} />}
          </article>
        ))}
      </div>
    </main>
  )
}
