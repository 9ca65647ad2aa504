/* routes.c - what exists in the back office, and for whom. */
#include "gkht/batch.h"
#include "gkht/content.h"
#include "gkht/pages.h"
#include "gkht/rows.h"

#define EDITORS	(ENTRY | ADMIN)

const struct route gkht_routes[] = {
	{ GET, "/", STAFF, 0, NULL, home_go, NULL },
	{ GET, "/login", ANYONE, 0, login_page_fields, login_show, NULL },
	{ POST, "/login", ANYONE, 0, login_fields, login_try, login_show },
	{ POST, "/logout", STAFF, INITIAL, NULL, logout_run, NULL },
	{ GET, "/password", STAFF, INITIAL, NULL, password_show, NULL },
	{ POST, "/password", STAFF, INITIAL, password_fields,
	    password_change, password_show },
	{ GET, "/help", STAFF, 0, NULL, help_show, NULL },

	{ GET, "/entry", ENTRY, 0, rows_fields, entry_list, NULL },
	{ POST, "/entry", ENTRY, 0, batch_fields, entry_batch, entry_list },
	{ GET, "/entry/new", ENTRY, 0, NULL, entry_new, NULL },
	{ POST, "/entry/new", ENTRY, FILES | TEXT, content_fields,
	    entry_store, entry_again },
	{ GET, "/entry/:id", ENTRY, 0, entry_form_fields, entry_open, NULL },
	{ POST, "/entry/:id", ENTRY, FILES | TEXT, content_fields,
	    entry_store, entry_again },
	{ POST, "/entry/:id/submit", ENTRY, 0, batch_one_fields,
	    entry_submit, NULL },
	{ POST, "/entry/:id/discard", ENTRY, 0, batch_one_fields,
	    entry_discard, NULL },
	{ POST, "/upload", EDITORS, FILES, upload_fields, upload_take,
	    file_again },
	{ POST, "/word", EDITORS, FILES, word_fields, word_take, file_again },
	{ GET, "/file/:id", STAFF, 0, NULL, file_send, NULL },
	{ GET, "/image/:name", STAFF, 0, NULL, image_send, NULL },
	{ GET, "/document/:id", STAFF, 0, document_fields, document_show,
	    NULL },

	{ GET, "/review", REVIEW, 0, rows_fields, review_list, NULL },
	{ GET, "/review/:id", REVIEW, 0, NULL, review_show, NULL },
	{ GET, "/review/:id/reply", REVIEW, 0, NULL, reply_show, NULL },
	{ POST, "/review/:id/reply", REVIEW, KEEP_TYPED, reply_fields,
	    reply_store, reply_again },
	{ GET, "/publish", REVIEW, 0, rows_fields, publish_list, NULL },
	{ POST, "/publish", REVIEW, 0, batch_fields, publish_batch,
	    publish_list },
	{ GET, "/publish/:id", REVIEW, 0, publish_ask_fields, publish_ask,
	    NULL },
	{ POST, "/publish/:id", REVIEW, KEEP_TYPED, publish_fields,
	    publish_run, publish_again },
	{ GET, "/published", REVIEW, 0, rows_fields, published_list, NULL },
	{ GET, "/published/:id/:action", REVIEW, 0, NULL, published_ask,
	    NULL },
	{ POST, "/published/:id/:action", REVIEW, KEEP_TYPED,
	    published_fields, published_run, published_ask },

	{ GET, "/manage", ADMIN, 0, rows_fields, manage_list, NULL },
	{ GET, "/manage/:id", ADMIN, 0, NULL, manage_open, NULL },
	{ POST, "/manage/:id", ADMIN, FILES | TEXT, content_fields,
	    manage_store, manage_again },
	{ GET, "/statistics", ADMIN, 0, statistics_fields, statistics_show,
	    NULL },
	{ GET, "/users", ADMIN, 0, users_fields, users_list, NULL },
	{ POST, "/users/:id", ADMIN, 0, user_fields, user_change,
	    user_again },
	{ GET, "/audit", ADMIN, 0, audit_fields, audit_show, NULL },
	{ 0 }
};
