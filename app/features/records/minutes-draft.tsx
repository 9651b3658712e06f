import { useTranslation } from 'react-i18next'
import type { MinutesContent, MinutesItem } from '#app/domain/records/minutes.ts'
import { TextAreaField, TextField } from '#app/ui/field.tsx'

/** The recorder's words, beside the facts they are about. */
export function MinutesDraft({
  content,
  readOnly,
}: {
  content: MinutesContent
  readOnly: boolean
}) {
  const { t } = useTranslation('records')
  return (
    <section className="panel" aria-labelledby="draft">
      <div className="ph2">
        <h2 id="draft">{t('minutes.draft')}</h2>
      </div>
      <div className="min-b">
        {content.items.map((item) => (
          <DraftItem key={item.itemId} item={item} readOnly={readOnly} />
        ))}
        {content.absent.length > 0 && (
          <div className="min-i">
            <h3>{t('minutes.absent')}</h3>
            {content.absent.map(({ seatId, name, reason }) => (
              <TextField
                key={seatId}
                name={`reason:${seatId}`}
                label={t('minutes.reason', { name })}
                defaultValue={reason}
                readOnly={readOnly}
                maxLength={200}
              />
            ))}
          </div>
        )}
        <TextAreaField
          name="other"
          label={t('minutes.other')}
          defaultValue={content.other}
          readOnly={readOnly}
          rows={3}
          maxLength={5000}
        />
      </div>
    </section>
  )
}

function DraftItem({ item, readOnly }: { item: MinutesItem; readOnly: boolean }) {
  const { t } = useTranslation(['records', 'terms'])
  const decided = item.decision !== null
  // One empty pair more than there is, so that another can be added without a script.
  const dissent = readOnly ? item.dissent : [...item.dissent, { text: '', answer: '' }]
  return (
    <div className="min-i">
      <h3 lang="zh-CN">{item.title}</h3>
      <TextAreaField
        name={`summary:${item.itemId}`}
        label={t('minutes.summary')}
        defaultValue={item.summary}
        readOnly={readOnly}
        rows={3}
        maxLength={5000}
      />
      {item.turns.map(({ seq, name, stance, summary }) => (
        <TextField
          key={seq}
          name={`turn:${seq}`}
          label={t('minutes.turnSummary', { name, stance: t(`terms:stance.${stance}`) })}
          defaultValue={summary}
          readOnly={readOnly}
          maxLength={1000}
        />
      ))}
      {decided && (
        <>
          <TextAreaField
            name={`points:${item.itemId}`}
            label={t('minutes.points')}
            defaultValue={item.points.join('\n')}
            readOnly={readOnly}
            rows={3}
            maxLength={5000}
          />
          {dissent.map(({ text, answer }, index) => (
            <div key={index} className="col">
              <TextField
                name={`dissent:${item.itemId}`}
                label={t('minutes.dissentText')}
                defaultValue={text}
                readOnly={readOnly}
                maxLength={1000}
              />
              <TextField
                name={`answer:${item.itemId}`}
                label={t('minutes.dissentAnswer')}
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
