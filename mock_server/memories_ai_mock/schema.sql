-- Times called *_ms are milliseconds since 1970, other moments seconds since 1970; positions in a video are seconds.

CREATE TABLE videos (
    video_no TEXT PRIMARY KEY,
    account TEXT NOT NULL,              -- hash of the API key
    unique_id TEXT NOT NULL,
    folder_id INTEGER NOT NULL,
    video_name TEXT NOT NULL,
    status TEXT NOT NULL DEFAULT 'UNPARSE' CHECK (status IN ('UNPARSE', 'PARSE', 'FAIL')),
    cause TEXT,
    create_time_ms INTEGER NOT NULL,
    parse_due REAL NOT NULL,
    source_url TEXT,
    fetch_state TEXT NOT NULL CHECK (fetch_state IN ('none', 'waiting', 'done', 'failed')),
    fetch_problem TEXT,
    media TEXT,                         -- name of the kept file; NULL: nothing is kept
    size INTEGER NOT NULL DEFAULT 0,
    container TEXT,
    codec TEXT,
    duration REAL NOT NULL DEFAULT 0,
    fps REAL,
    width INTEGER,
    height INTEGER,
    has_audio INTEGER,
    datetime_taken_ms INTEGER,
    camera_model TEXT,
    latitude REAL,
    longitude REAL,
    retain_original INTEGER NOT NULL,
    prompt TEXT,
    callback TEXT
);
CREATE INDEX videos_by_scope ON videos (account, unique_id, video_no);
CREATE INDEX videos_to_parse ON videos (parse_due) WHERE status = 'UNPARSE';

CREATE TABLE video_tags (
    video_no TEXT NOT NULL REFERENCES videos ON DELETE CASCADE,
    position INTEGER NOT NULL,
    tag TEXT NOT NULL,
    PRIMARY KEY (video_no, position)
);

-- What can be found in a video: its name and tags (about), its spoken text (speech), its pictures (scene).
CREATE TABLE segments (
    id INTEGER PRIMARY KEY,
    video_no TEXT NOT NULL REFERENCES videos ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('about', 'speech', 'scene')),
    position INTEGER NOT NULL,
    start_time REAL NOT NULL,
    end_time REAL NOT NULL,
    text TEXT NOT NULL,
    folded TEXT NOT NULL,               -- text without differences of case
    words INTEGER NOT NULL
);
CREATE INDEX segments_of_video ON segments (video_no, kind, position);
CREATE VIRTUAL TABLE search_index USING fts5 (terms, tokenize = 'porter unicode61 remove_diacritics 2');
CREATE TRIGGER segments_leave_the_index AFTER DELETE ON segments
BEGIN
    DELETE FROM search_index WHERE rowid = old.id;
END;

CREATE TABLE callbacks (
    -- Never reused: an attempt may be under way when its callback is deleted.
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    video_no TEXT NOT NULL REFERENCES videos ON DELETE CASCADE,
    url TEXT NOT NULL,
    status TEXT NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    next_attempt REAL,                  -- NULL: delivered or given up
    outcome TEXT NOT NULL DEFAULT 'waiting' CHECK (outcome IN ('waiting', 'delivered', 'given up')),
    detail TEXT
);
CREATE INDEX callbacks_to_send ON callbacks (next_attempt) WHERE next_attempt IS NOT NULL;

CREATE TABLE sessions (
    session_id TEXT PRIMARY KEY,
    account TEXT NOT NULL,
    unique_id TEXT NOT NULL,
    title TEXT NOT NULL
);
CREATE INDEX sessions_by_scope ON sessions (account, unique_id, session_id);

CREATE TABLE messages (
    session_id TEXT NOT NULL REFERENCES sessions ON DELETE CASCADE,
    position INTEGER NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('user', 'assistant')),
    content TEXT NOT NULL,
    thinkings TEXT NOT NULL,            -- JSON array
    refs TEXT NOT NULL,                 -- JSON array
    PRIMARY KEY (session_id, position)
);

CREATE TABLE last_id (value INTEGER NOT NULL);
INSERT INTO last_id VALUES (0);
