import { useTranslation } from 'react-i18next'
import type { ChairFact } from '#app/domain/records/chair-facts.ts'
import type { MinutesLog } from '#app/domain/records/minutes-log.ts'
import type { MinutesContent, MinutesItem } from '#app/domain/records/minutes.ts'
import { useFormat } from '#app/i18n/use-format.ts'
import { TextAreaField, TextField } from '#app/ui/field.tsx'
import { DoneFacts, Fact, ItemFacts } from './minutes-facts.tsx'

type Props = {
  content: MinutesContent
  log: MinutesLog
  readOnly: boolean
  /** Shows an entry of the log, where the page can. */
  onSource: (seq: number) => void
}

/** The recorder's words, each beside the facts they are about. */
export function MinutesDraft({ content, log, readOnly, onSource }: Props) {
  const { t } = useTranslation(['minutes', 'records'])
  const format = useFormat()
  const { sources } = log
  return (
    <section className="panel" aria-labelledby="draft" data-pane="draft">
      <div className="ph2">
        <h2 id="draft">{t('pane.draft')}</h2>
      </div>
      <p className="sm muted min-hint">{t('pane.draftHint')}</p>
      <div className="min-b">
        <ul className="min-f">
          {content.openedAt !== null && (
            <Fact seqs={sources['opened']} onSource={onSource}>
              {t('fact.opened', { from: format.time(new Date(content.openedAt)) })}
            </Fact>
          )}
          {content.closedAt !== null && (
            <Fact seqs={sources['closed']} onSource={onSource}>
              {t('fact.closed', { until: format.time(new Date(content.closedAt)) })}
            </Fact>
          )}
          <Fact seqs={sources['opened']} onSource={onSource}>
            {t('fact.attended', { invited: content.invited, attended: content.attended })}
          </Fact>
          {content.overrideReason && (
            <Fact seqs={sources['opened']} onSource={onSource}>
              {t('fact.override', { reason: content.overrideReason })}
            </Fact>
          )}
          {content.parked.length > 0 && (
            <Fact seqs={[]} onSource={onSource}>
              {t('fact.parked', { list: content.parked.join(t('records:join')) })}
            </Fact>
          )}
          <DoneFacts done={doneIn(content, null)} lines={log.lines} onSource={onSource} />
        </ul>
        {content.items.map((item) => (
          <DraftItem
            key={item.itemId}
            item={item}
            done={doneIn(content, item.itemId)}
            log={log}
            readOnly={readOnly}
            onSource={onSource}
          />
        ))}
        {content.absent.length > 0 && (
          <div className="min-i">
            <h3>{t('records:minutes.absent')}</h3>
            <p className="sm muted">{t('records:minutes.absentHint')}</p>
            {content.absent.map(({ seatId, name, reason, saidNo }) => (
              <TextField
                key={seatId}
                id={`reason:${seatId}`}
                name={`reason:${seatId}`}
                label={t('records:minutes.reason', { name })}
                hint={saidNo && t('records:minutes.saidNo')}
                lang="zh-CN"
                defaultValue={reason}
                readOnly={readOnly}
                maxLength={200}
              />
            ))}
          </div>
        )}
        <TextAreaField
          id="other"
          name="other"
          label={t('records:minutes.other')}
          lang="zh-CN"
          defaultValue={content.other}
          readOnly={readOnly}
          rows={3}
          maxLength={5000}
        />
      </div>
    </section>
  )
}

function doneIn({ chairFacts = [] }: MinutesContent, itemId: string | null): ChairFact[] {
  return chairFacts.filter((each) => each.itemId === itemId)
}

function DraftItem({
  item,
  done,
  log,
  readOnly,
  onSource,
}: { item: MinutesItem; done: readonly ChairFact[] } & Omit<Props, 'content'>) {
  const { t } = useTranslation(['records', 'terms'])
  const decided = item.decision !== null
  // One empty pair more than there is, so that another can be added without a script.
  const dissent = readOnly ? item.dissent : [...item.dissent, { text: '', answer: '' }]
  const area = (kind: 'summary' | 'points', label: string, text: string) => (
    <TextAreaField
      id={`${kind}:${item.itemId}`}
      name={`${kind}:${item.itemId}`}
      label={label}
      lang="zh-CN"
      defaultValue={text}
      readOnly={readOnly}
      rows={3}
      maxLength={5000}
    />
  )
  return (
    <div className="min-i">
      <h3 lang="zh-CN">{item.title}</h3>
      <ItemFacts item={item} done={done} log={log} onSource={onSource} />
      {area('summary', t('minutes.summary'), item.summary)}
      {item.turns.map(({ seq, name, stance, summary }) => (
        <div key={seq} className="min-turn">
          <TextField
            id={`turn:${seq}`}
            name={`turn:${seq}`}
            label={t('minutes.turnSummary', { name, stance: t(`terms:stance.${stance}`) })}
            lang="zh-CN"
            defaultValue={summary}
            readOnly={readOnly}
            maxLength={1000}
          />
        </div>
      ))}
      {decided && (
        <>
          {area('points', t('minutes.points'), item.points.join('\n'))}
          {dissent.map(({ text, answer }, index) => (
            <div key={index} className="min-pair">
              <TextField
                id={`dissent:${item.itemId}:${index}`}
                name={`dissent:${item.itemId}:${index}`}
                label={t('minutes.dissentText')}
                lang="zh-CN"
                defaultValue={text}
                readOnly={readOnly}
                maxLength={1000}
              />
              <TextField
                id={`answer:${item.itemId}:${index}`}
                name={`answer:${item.itemId}:${index}`}
                label={t('minutes.dissentAnswer')}
                lang="zh-CN"
                defaultValue={answer}
                readOnly={readOnly}
                maxLength={1000}
              />
            </div>
          ))}
        </>
      )}
    </div>
  )
}
