ALTER TABLE "open_vote" DROP CONSTRAINT "open_vote_ballot_id_ballot_id_fk";
--> statement-breakpoint
ALTER TABLE "secret_paper" DROP CONSTRAINT "secret_paper_ballot_id_ballot_id_fk";
--> statement-breakpoint
ALTER TABLE "secret_turnout" DROP CONSTRAINT "secret_turnout_ballot_id_ballot_id_fk";
--> statement-breakpoint
CREATE FUNCTION "vote_has_ballot"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	one text;
BEGIN
	FOR one IN SELECT DISTINCT ballot_id FROM added LOOP
		PERFORM FROM ballot WHERE id = one FOR KEY SHARE;
		IF NOT FOUND THEN
			RAISE foreign_key_violation USING MESSAGE = format('%s: there is no ballot %s', TG_TABLE_NAME, one);
		END IF;
	END LOOP;
	RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER "vote_has_ballot" AFTER INSERT ON "open_vote" REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION "vote_has_ballot"();
--> statement-breakpoint
CREATE TRIGGER "vote_has_ballot" AFTER INSERT ON "secret_turnout" REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION "vote_has_ballot"();
--> statement-breakpoint
CREATE TRIGGER "vote_has_ballot" AFTER INSERT ON "secret_paper" REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION "vote_has_ballot"();
--> statement-breakpoint
CREATE FUNCTION "ballot_has_votes"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF EXISTS (SELECT FROM open_vote WHERE ballot_id = OLD.id)
		OR EXISTS (SELECT FROM secret_turnout WHERE ballot_id = OLD.id)
		OR EXISTS (SELECT FROM secret_paper WHERE ballot_id = OLD.id) THEN
		RAISE foreign_key_violation USING MESSAGE = format('ballot %s has votes', OLD.id);
	END IF;
	RETURN OLD;
END $$;
--> statement-breakpoint
CREATE TRIGGER "ballot_has_votes" BEFORE DELETE ON "ballot" FOR EACH ROW EXECUTE FUNCTION "ballot_has_votes"();
