CREATE TABLE "minutes_publication" (
	"id" text PRIMARY KEY NOT NULL,
	"community_id" text NOT NULL,
	"meeting_id" text NOT NULL,
	"content" jsonb NOT NULL,
	"content_hash" text NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	"published_by" text NOT NULL,
	"notice_from" date NOT NULL,
	"notice_until" date NOT NULL,
	"withdrawn_at" timestamp with time zone,
	"withdrawn_reason" text,
	CONSTRAINT "minutes_publication_once" UNIQUE NULLS NOT DISTINCT("meeting_id","withdrawn_at")
);
--> statement-breakpoint
ALTER TABLE "minutes_publication" ADD CONSTRAINT "minutes_publication_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "minutes_publication_by_community" ON "minutes_publication" USING btree ("community_id","published_at");--> statement-breakpoint
CREATE INDEX "minutes_publication_by_hash" ON "minutes_publication" USING btree ("content_hash");