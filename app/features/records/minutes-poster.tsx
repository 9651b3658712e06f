import type { PublishedMinutesView } from '#app/domain/records/published-minutes.ts'
import { withAddenda } from '#app/domain/records/minutes-document.ts'
import { useLanguage } from '#app/i18n/use-format.ts'
import { MinutesPaper } from './minutes-paper.tsx'
import { PaperTools } from './paper-tools.tsx'
import { PosterFoot } from './poster-foot.tsx'
import { PosterHead } from './poster-head.tsx'
import { usePublicationWords } from './use-publication-words.ts'

type Props = {
  minutes: PublishedMinutesView
  qr: { path: string; size: number }
  code: string
}

/**
 * The public copy of minutes on A3 for the notice board, word for word: nothing on it is smaller
 * than 18 pt, and it runs over as many sheets as it needs. The seal goes on the last.
 */
export function MinutesPoster({ minutes, qr, code }: Props) {
  const language = useLanguage()
  const words = usePublicationWords(minutes)
  const { told, document, addenda } = minutes.content
  return (
    <div className="prt" data-theme="light">
      <PaperTools back={`/minutes/${minutes.id}`} />
      <main id="main" className="sheets">
        <article className={language === 'en' ? 'a3 flow level' : 'a3 flow'}>
          <div className="fr" />
          <PosterHead room={told.room} lines={[words.organ, told.title]} />
          {words.withdrawn && <p className="off">{words.withdrawn}</p>}
          <MinutesPaper document={withAddenda(document, addenda)} />
          <PosterFoot publication={minutes} qr={qr} code={code} />
        </article>
      </main>
    </div>
  )
}
