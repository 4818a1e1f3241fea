-- Decisions go along with files that are moved: a review says which document it was made about, and where the number
-- stands now is a matter of review_places.

COMMENT ON COLUMN reviews.document IS 'The document that it was about: documents.id. Once its file was moved, review_places and decisions have another.';
COMMENT ON TABLE review_places IS 'Where the numbers that were decided about stand now. Found anew when a paper is read again and its text has changed, or its file was moved.';
