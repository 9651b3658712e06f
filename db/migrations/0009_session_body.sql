CREATE TABLE "session_rule_use" (
	"meeting_id" text NOT NULL,
	"profile_id" text NOT NULL,
	"region" text NOT NULL,
	"version" integer NOT NULL,
	"fingerprint" text NOT NULL,
	CONSTRAINT "session_rule_use_meeting_id_profile_id_pk" PRIMARY KEY("meeting_id","profile_id")
);
--> statement-breakpoint
ALTER TABLE "meeting" ADD COLUMN "body" text DEFAULT 'deliberation' NOT NULL;--> statement-breakpoint
ALTER TABLE "session_rule_use" ADD CONSTRAINT "session_rule_use_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_rule_use" ADD CONSTRAINT "session_rule_use_as_used" FOREIGN KEY ("profile_id","region","version","fingerprint") REFERENCES "public"."rule_profile"("profile_id","region","version","fingerprint") ON DELETE no action ON UPDATE no action;