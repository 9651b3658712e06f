CREATE TABLE "elector_contact" (
	"id" text PRIMARY KEY NOT NULL,
	"vote_id" text NOT NULL,
	"elector_id" text NOT NULL,
	"kind" text NOT NULL,
	"way" text NOT NULL,
	"done_on" date NOT NULL,
	"recorded_by" text NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "owners_vote" ADD COLUMN "silent" jsonb;--> statement-breakpoint
ALTER TABLE "register_setting" ADD COLUMN "silence_basis" text;--> statement-breakpoint
ALTER TABLE "elector_contact" ADD CONSTRAINT "elector_contact_vote_id_owners_vote_id_fk" FOREIGN KEY ("vote_id") REFERENCES "public"."owners_vote"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "elector_contact_by_elector" ON "elector_contact" USING btree ("vote_id","elector_id");--> statement-breakpoint
CREATE UNIQUE INDEX "elector_contact_served_once" ON "elector_contact" USING btree ("vote_id","elector_id") WHERE "elector_contact"."kind" = 'served';