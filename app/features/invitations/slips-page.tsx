import { useTranslation } from 'react-i18next'
import type { Side } from '#app/domain/organisation/side.ts'
import type { SessionView } from '#app/domain/sessions/session-view.ts'
import { useFormat, useLanguage } from '#app/i18n/use-format.ts'
import { PrintHead } from '#app/ui/print-head.tsx'
import './slips.css'

type Slip = {
  seatId: string
  name: string
  side: Side
  title: string
  needsCall: boolean
  /** An SVG drawing of the person's own link. */
  qr: string
  /** The digits that say the same at a kiosk. */
  code: string
}

type Props = {
  session: Pick<
    SessionView,
    'id' | 'room' | 'number' | 'compound' | 'compoundEn' | 'venue' | 'startsAt' | 'hotline'
  >
  slips: Slip[]
}

const PER_PAGE = 8

/** Slips of paper for those without a phone or WeChat: eight to an A4 sheet, cut along the dashes. */
export function SlipsPage({ session, slips }: Props) {
  const { t } = useTranslation('sessions')
  const pages = Array.from({ length: Math.ceil(slips.length / PER_PAGE) }, (_each, page) =>
    slips.slice(page * PER_PAGE, (page + 1) * PER_PAGE),
  )
  return (
    <>
      <PrintHead
        title={t('slips.title')}
        lead={t('slips.hint', { count: slips.length })}
        back={{ to: `/desk/sessions/${session.id}`, label: t('slips.back') }}
        print={t('slips.print')}
      />
      {pages.map((page) => (
        <div className="slips" key={page[0]?.seatId}>
          {page.map((slip) => (
            <SlipCard key={slip.seatId} slip={slip} session={session} />
          ))}
        </div>
      ))}
    </>
  )
}

function SlipCard({ slip, session }: { slip: Slip; session: Props['session'] }) {
  const { t } = useTranslation(['sessions', 'terms'])
  const format = useFormat()
  const isEnglish = useLanguage() === 'en'
  return (
    <article className="slip">
      <div className="slip-t">
        <p className="slip-r">
          {t(`terms:room.${session.room}`)} ·{' '}
          {t('session.title', {
            compound: isEnglish ? session.compoundEn : session.compound,
            number: session.number ?? '',
          })}
        </p>
        <h2>{t('slips.for', { name: slip.name })}</h2>
        <p className="slip-w">{slip.title}</p>
        <p className="slip-d">
          <b>{format.dayAndTime(session.startsAt)}</b>
          {session.venue}
        </p>
        <p className="slip-s">{t('slips.howto')}</p>
        <p className="slip-s">
          {t('slips.private')}
          {session.hotline && ` ${t('slips.contact', { phone: session.hotline })}`}
        </p>
      </div>
      <div className="slip-q">
        {/* Drawn by our own server from our own link. */}
        <div dangerouslySetInnerHTML={{ __html: slip.qr }} />
        <p>{t('slips.scan')}</p>
        <p className="slip-n">
          {t('slips.code', { code: `${slip.code.slice(0, 4)} ${slip.code.slice(4)}` })}
        </p>
      </div>
    </article>
  )
}
