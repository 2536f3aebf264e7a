-- Times called *_ms are milliseconds since 1970, other moments seconds since 1970; positions in a video are seconds.

-- Accounts that differ from the settings. An account is known by the hash of its API key.
CREATE TABLE accounts (
    account TEXT PRIMARY KEY,
    credits INTEGER,                    -- NULL: without end
    disabled INTEGER NOT NULL DEFAULT 0,
    may_caption INTEGER,                -- NULL: as the settings have it
    client_id TEXT UNIQUE,              -- of the v1.0 token exchange
    sender_mark TEXT,                   -- MD5 of the API key, which code pushes carry as their state
    code_address TEXT,                  -- where codes are pushed to
    code TEXT,                          -- hash of the pushed code; good for one exchange
    next_push REAL
);

CREATE TABLE tokens (
    token TEXT PRIMARY KEY,             -- hash
    account TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('access', 'refresh')),
    expires REAL NOT NULL
);

CREATE TABLE folders (
    folder_id INTEGER PRIMARY KEY,
    account TEXT NOT NULL,
    folder_name TEXT NOT NULL,
    UNIQUE (account, folder_name)
);

CREATE TABLE videos (
    video_no TEXT PRIMARY KEY,
    account TEXT NOT NULL,              -- hash of the API key; 'public': the public library
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
    tags TEXT NOT NULL,                 -- JSON array
    retain_original INTEGER NOT NULL,
    prompt TEXT,
    callback TEXT,
    dialect TEXT NOT NULL DEFAULT 'video',  -- of its callbacks
    task_id TEXT,                       -- of the import that brought it
    content TEXT,                       -- JSON of a sidecar: what is said and shown, in place of what can be read
    polls_left INTEGER                  -- NULL: the clock decides when it is indexed
);
CREATE INDEX videos_by_scope ON videos (account, unique_id, video_no);
CREATE INDEX videos_to_parse ON videos (parse_due) WHERE status = 'UNPARSE';

-- What a social platform tells of a video.
CREATE TABLE posts (
    video_no TEXT PRIMARY KEY REFERENCES videos ON DELETE CASCADE,
    platform TEXT NOT NULL,
    details TEXT NOT NULL               -- JSON: a post of the catalogue
);
-- An import looks for each of its posts.
CREATE INDEX posts_by_url ON posts (json_extract(details, '$.url'));

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

-- Pictures of videos, as pictures.py has them.
CREATE TABLE frames (
    video_no TEXT NOT NULL REFERENCES videos ON DELETE CASCADE,
    seconds REAL NOT NULL,
    fingerprint BLOB NOT NULL
);
CREATE INDEX frames_of_video ON frames (video_no, seconds);

CREATE TABLE images (
    image_no TEXT PRIMARY KEY,
    account TEXT NOT NULL,
    unique_id TEXT NOT NULL,
    image_name TEXT NOT NULL,
    upload_time_ms INTEGER NOT NULL,
    datetime_taken_ms INTEGER,
    camera_model TEXT,
    latitude REAL,
    longitude REAL,
    tags TEXT NOT NULL,                 -- JSON array
    media TEXT NOT NULL,                -- name of the kept file
    content_type TEXT NOT NULL,
    size INTEGER NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    fingerprint BLOB NOT NULL
);
CREATE INDEX images_by_scope ON images (account, unique_id, image_no);

-- What is done for an account after its request was answered.
CREATE TABLE tasks (
    task_id TEXT PRIMARY KEY,
    account TEXT NOT NULL,
    unique_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    created REAL NOT NULL,
    due REAL,                           -- NULL: nothing is left to do
    status TEXT NOT NULL,
    detail TEXT,
    request TEXT NOT NULL               -- JSON
);
CREATE INDEX tasks_to_do ON tasks (due) WHERE due IS NOT NULL;

CREATE TABLE task_videos (
    task_id TEXT NOT NULL REFERENCES tasks ON DELETE CASCADE,
    position INTEGER NOT NULL,
    video_no TEXT NOT NULL,
    PRIMARY KEY (task_id, position)
);

CREATE TABLE callbacks (
    -- Never reused: an attempt may be under way when its callback is deleted.
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    account TEXT NOT NULL,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,              -- video or task
    method TEXT NOT NULL DEFAULT 'POST',
    url TEXT NOT NULL,
    body TEXT,                          -- JSON
    attempts INTEGER NOT NULL DEFAULT 0,
    next_attempt REAL,                  -- NULL: delivered or given up
    outcome TEXT NOT NULL DEFAULT 'waiting' CHECK (outcome IN ('waiting', 'delivered', 'given up')),
    detail TEXT
);
CREATE INDEX callbacks_to_send ON callbacks (next_attempt) WHERE next_attempt IS NOT NULL;
CREATE INDEX callbacks_of_subject ON callbacks (subject);
CREATE TRIGGER callbacks_go_with_their_video AFTER DELETE ON videos
BEGIN
    DELETE FROM callbacks WHERE subject = old.video_no;
END;

-- Callbacks that the emulator received itself.
CREATE TABLE inbox (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    time REAL NOT NULL,
    content_type TEXT NOT NULL,
    body TEXT NOT NULL
);

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
    message TEXT NOT NULL,              -- JSON object, as answers show it
    PRIMARY KEY (session_id, position)
);

CREATE TABLE memories (
    id INTEGER PRIMARY KEY,
    account TEXT NOT NULL,
    unique_id TEXT NOT NULL,
    role TEXT NOT NULL,
    content TEXT NOT NULL,
    tags TEXT NOT NULL,                 -- JSON array
    latitude TEXT,
    longitude TEXT,
    memories_at TEXT,
    create_time_ms INTEGER NOT NULL
);
CREATE INDEX memories_by_scope ON memories (account, unique_id, id);

CREATE TABLE last_id (value INTEGER NOT NULL);
INSERT INTO last_id VALUES (0);
