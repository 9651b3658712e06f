CREATE TABLE "minutes_proposal" (
	"id" text PRIMARY KEY NOT NULL,
	"meeting_id" text NOT NULL,
	"seat_id" text NOT NULL,
	"target" jsonb NOT NULL,
	"quoted" text NOT NULL,
	"text" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"answer" text DEFAULT '' NOT NULL,
	"answered_by" text,
	"answered_at" timestamp with time zone,
	"key" text NOT NULL,
	CONSTRAINT "minutes_proposal_once" UNIQUE("meeting_id","seat_id","key")
);
--> statement-breakpoint
ALTER TABLE "minutes" ADD COLUMN "asked_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "minutes" ADD COLUMN "asked_until" date;--> statement-breakpoint
ALTER TABLE "minutes" ADD COLUMN "asking_ended_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "minutes" ADD COLUMN "asking_ended_reason" text;--> statement-breakpoint
ALTER TABLE "minutes" ADD COLUMN "unasked_reason" text;--> statement-breakpoint
ALTER TABLE "minutes_proposal" ADD CONSTRAINT "minutes_proposal_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "minutes_proposal_by_meeting" ON "minutes_proposal" USING btree ("meeting_id","made_at");