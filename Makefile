# make run    install what is missing, build, serve http://127.0.0.1:8080/
# make test   install what the tests need, run all of them
# Other verbs: all unit http browser asan fuzz lint size fmt bench bench-word
# lighthouse pictures install clean.  Parameters: B= (build folder) PORT= VAR= DEMO=0 WORKERS= LAYER= SAN=

B	?= build
PORT	?= 8080
VAR	?= var
DEMO	?= 1
WORKERS	?= 4
PREFIX	?= /usr
LAYER	?= $(FOLDERS)
FUZZ_SECONDS ?= 60
MAKEFLAGS += -j$(shell nproc) --no-print-directory

HARDEN	= -fstack-protector-strong -D_FORTIFY_SOURCE=2 -O2
ifneq ($(SAN),)
HARDEN	= $(SAN) -O1 -fno-omit-frame-pointer
endif
CFLAGS	= -std=gnu2x -g -fPIE $(HARDEN) -Wall -Wextra -Wshadow \
	  -Wstrict-prototypes -Wformat=2 $(ERRORS)
ERRORS	?= -Werror
CPPFLAGS = -D_GNU_SOURCE -Icgi-bin -I$(B) -isystem /usr/include/libxml2 \
	  -isystem /usr/include/cairo -isystem /usr/include/freetype2 \
	  $(PANGO) \
	  -isystem /usr/include/ClearSilver
# glib keeps a header where its library is.
PANGO	= -isystem /usr/include/pango-1.0 -isystem /usr/include/harfbuzz \
	  -isystem /usr/include/glib-2.0 -isystem \
	  /usr/lib/$(shell uname -m)-linux-gnu/glib-2.0/include
LDFLAGS	= -pie -Wl,-z,relro,-z,now -Wl,--as-needed $(SAN)

# Who may link whom: an arrow against the stream does not link.
FOLDERS	= base store core richtext web portal gkht gkctl
DOWN_base	= base
DOWN_store	= store base
DOWN_core	= core store base
DOWN_richtext	= richtext base
DOWN_web	= web core store base
DOWN_portal	= portal web richtext core store base
DOWN_gkht	= gkht web richtext core store base
DOWN_gkctl	= gkctl richtext core store base

NEEDS_base	= -lsodium -licui18n -licuuc
NEEDS_store	= -lsqlite3
NEEDS_richtext	= -lxml2 -larchive -lgumbo -lmagic -lgd
NEEDS_web	= -lfcgi -lneo_cs -lneo_utl -lz
NEEDS_portal	= -lqrencode -lgif -lpangocairo-1.0 -lpango-1.0 -lgobject-2.0 -lcairo \
		  -lfreetype -lm

# gkctl lives for milliseconds, and half of them went into loading two dozen
# libraries: all that it is made of is in it, libc too.  It still lies at
# another address each time (static-pie), and its own relocations are packed,
# so that few pages are touched before main().  What ld warns of is not called:
# libxml2 fetches nothing, SQLite loads no extensions, charsets are ICU's, not
# those that iconv would load.  Sanitizers want their libraries outside.
ALONE	= -lxml2 -larchive -lgumbo -lmagic -lgd -ltiff -lwebp -lpng -ljpeg \
	  -ljbig -lLerc -ldeflate -lsqlite3 -lsodium -licui18n -licuuc \
	  -licudata -lnettle -lzstd -llzma -lbz2 -lz -lstdc++ -lm
ifeq ($(SAN),)
$(B)/gkctl: needs = $(ALONE)
$(B)/gkctl: LDFLAGS = -static-pie -Wl,-z,relro,-z,now,--gc-sections \
    -Wl,-z,pack-relative-relocs,--no-warnings
endif

PROGRAMS = $(B)/portal.fcgi $(B)/gkht.fcgi $(B)/gkctl

all: programs static
programs: $(PROGRAMS)

# Only these goals may install what is missing, before anything is compiled.
GOALS	= $(filter run test asan fuzz bench bench-word lighthouse pictures,$(MAKECMDGOALS))
PURPOSE	= $(if $(GOALS),run) $(if $(filter test asan bench bench-word lighthouse pictures,$(GOALS)),test) \
	$(filter fuzz bench,$(GOALS:bench-word=bench))
PACKAGES = $(if $(GOALS),packages)
packages:
	@deploy/packages.sh $(PURPOSE)

$(B)/portal.fcgi: FOLDER = portal
$(B)/gkht.fcgi: FOLDER = gkht
$(B)/gkctl: FOLDER = gkctl
libs	= $(DOWN_$(1):%=$(B)/lib%.a)
needs	= $(foreach f,$(DOWN_$(1)),$(NEEDS_$(f)))

$(B)/portal.fcgi: $(B)/cgi-bin/portal/main.o $(call libs,portal)
$(B)/gkht.fcgi: $(B)/cgi-bin/gkht/main.o $(call libs,gkht)
$(B)/gkctl: $(B)/cgi-bin/gkctl/main.o $(call libs,gkctl)
$(PROGRAMS):
	@echo "  LD $@" && $(CC) $(LDFLAGS) -o $@ $^ $(call needs,$(FOLDER))

$(B)/%.o: %.c | $(PACKAGES)
	@mkdir -p $(@D)
	@echo "  CC $<" && $(CC) $(CPPFLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<

# What ICU says of each character, asked once instead of by every process.
$(B)/cgi-bin/base/variant.o: $(B)/variant_table.h
$(B)/variant_table.h: deploy/variant_table.c | $(PACKAGES)
	@mkdir -p $(@D)
	@echo "  MAKE $@" && $(CC) -O1 -Wall -o $(@:.h=) $< -licui18n -licuuc && \
	    $(@:.h=) >$@.new && mv $@.new $@

# One library a folder; the main() of a program is not in its library, so
# that tests can link everything else.
define library
OBJS_$(1) := $$(patsubst %.c,$(B)/%.o,\
	$$(filter-out %/main.c,$$(wildcard cgi-bin/$(1)/*.c)))
$(B)/lib$(1).a: $$(OBJS_$(1)) cgi-bin/$(1)
	@mkdir -p $$(@D) && rm -f $$@
	@ar rcsD $$@ $$(OBJS_$(1))
endef
$(foreach f,$(FOLDERS),$(eval $(call library,$(f))))

# One program a test file; other sources in the same folder are linked to
# every test of it.
define unit_folder
UNIT_$(1) := $$(patsubst %.c,$(B)/%,$$(wildcard tests/unit/$(1)/test_*.c))
SHARE_$(1) := $$(filter-out $$(UNIT_$(1):=.o),\
	$$(patsubst %.c,$(B)/%.o,$$(wildcard tests/unit/$(1)/*.c)))
$$(UNIT_$(1)): %: %.o $$(SHARE_$(1)) $(call libs,$(1))
	@echo "  LD $$@" && $(CC) $$(LDFLAGS) -o $$@ $$^ $(call needs,$(1)) -lcmocka
endef
$(foreach f,$(FOLDERS),$(eval $(call unit_folder,$(f))))
UNIT	= $(foreach f,$(LAYER),$(UNIT_$(f))) $(if $(filter richtext,$(LAYER)),$(SEEDS))
# Every fuzzer, with what it found once.
SEEDS	= $(patsubst tests/fuzz/%.c,$(B)/seeds/%,$(wildcard tests/fuzz/fuzz_*.c))
$(B)/seeds/%: $(B)/tests/fuzz/%.o $(B)/tests/fuzz/seeds.o $(call libs,portal)
	@mkdir -p $(@D)
	@echo "  LD $@" && $(CC) $(LDFLAGS) -o $@ $^ $(call needs,portal) -lcmocka
# They explain each statement before it runs.
$(B)/tests/unit/core/test_plans_applications $(B)/tests/unit/core/test_bulk: \
    LDFLAGS += -Wl,--wrap=db_query_,--wrap=db_run_

# What the web pages are built with comes from npm, the node that runs it too.
NODE	= $(CURDIR)/node_modules/node-linux-$(if \
	$(filter aarch64,$(shell uname -m)),arm64,x64)/bin/node
npm: $(PACKAGES)
	@deploy/npm.sh $(if $(filter test browser http bench pictures,$(MAKECMDGOALS)),test,run)
static: $(B)/static/version
$(B)/static/version: $(shell find static -type f) package-lock.json \
    deploy/static.sh | npm
	@echo "  STATIC $(@D)" && deploy/static.sh $(NODE) $(@D)

export B PORT VAR DEMO WORKERS NODE FUZZ_SECONDS DOCUMENTS
# make dies of a signal, and its children with it: nothing stays behind.
run: all
	@exec env --default-signal=INT setpriv --pdeathsig TERM deploy/serve.sh

# The districts that the tests start from, and the route tables they read.
$(B)/district/made: $(B)/gkctl $(wildcard sql/* sql/data/*) | static
	rm -rf $(@D) && mkdir $(@D)
	for d in demo empty; do $(B)/gkctl init $(@D)/$$d \
	    --set templates=$(CURDIR)/templates --set sql=$(CURDIR)/sql \
	    --set assets=$(abspath $(B)/static) || exit 1; done
	$(B)/gkctl -c $(@D)/demo/xxgk.conf demo
	$(B)/gkctl -c $(@D)/demo/xxgk.conf drain
	touch $@
$(B)/portal.routes: FOLDER = portal
$(B)/gkht.routes: FOLDER = gkht
$(B)/%.routes: tests/lint/routes_dump.c $(PROGRAMS)
	@echo "  LD $@" && $(CC) $(CPPFLAGS) $(CFLAGS) -DROUTES=$*_routes $(LDFLAGS) -o $@ $< \
	    $(call libs,$*) $(call needs,$*)

TALLY	= $(B)/tally
export TALLY
SITE	= programs static $(B)/district/made $(B)/portal.routes $(B)/gkht.routes
unit: $(UNIT)
	@tests/run unit $(UNIT)
http browser: $(SITE)
	@tests/run node $@ $(wildcard tests/$@/*.test.mjs)
test: $(UNIT) $(SITE)
	@rm -rf $(TALLY)
	@tests/run unit $(UNIT) || :
	@tests/run node site $(wildcard tests/http/*.test.mjs tests/browser/*.test.mjs) || :
	@tests/run total
$(B)/bench_minimal: tests/bench/minimal.c | $(PACKAGES)
	@echo "  LD $@" && $(CC) $(CPPFLAGS) $(CFLAGS) $(LDFLAGS) -o $@ $< -lfcgi
$(B)/bench_search: tests/bench/search.c $(call libs,gkctl)
	@echo "  LD $@" && $(CC) $(CPPFLAGS) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(call needs,gkctl)
# DOCUMENTS=1000000: a larger district than 10,000, made at the first time.
bench: $(SITE) $(B)/bench_minimal $(B)/bench_search
	$(foreach f,$(sort $(wildcard tests/bench/*.mjs)),$(NODE) $(f) &&) true

# The pictures of 使用说明, taken anew from the running site.
pictures: $(SITE)
	$(NODE) tests/pictures.mjs

# Lighthouse and pa11y bring a hundred packages of their own.
lighthouse: $(SITE)
	@cd tests/lighthouse && { [ node_modules -nt package-lock.json ] || \
	    PUPPETEER_SKIP_DOWNLOAD=1 npm ci --ignore-scripts --no-audit --no-fund; }
	$(NODE) tests/lighthouse/run.mjs

# What the Word import keeps, by a scorer: SCORER= DOCS= LONG= (see word.mjs).
bench-word: $(B)/gkctl static
	@SCORER="$(SCORER)" DOCS="$(DOCS)" LONG="$(LONG)" $(NODE) tests/bench/word.mjs

SANITIZE = -fsanitize=address,undefined -fno-sanitize-recover=all
asan: $(PACKAGES)
	$(MAKE) B=build-asan SAN="$(SANITIZE)" unit
	$(MAKE) B=build-asan SAN="$(SANITIZE)" http
# clang warns of other things than gcc does: no reason to try nothing.
fuzz: $(PACKAGES)
	$(MAKE) B=build-fuzz CC=clang SAN="$(SANITIZE) -fsanitize=fuzzer-no-link" \
	    ERRORS= fuzzers
FUZZERS	= $(patsubst tests/fuzz/%.c,$(B)/fuzz/%,$(wildcard tests/fuzz/fuzz_*.c))
$(B)/fuzz/%: $(B)/tests/fuzz/%.o $(call libs,portal)
	@mkdir -p $(@D)
	@echo "  LD $@" && $(CC) $(LDFLAGS) -fsanitize=fuzzer -o $@ $^ $(call needs,portal)
fuzzers: $(FUZZERS)
	@tests/run fuzz $(FUZZERS)

$(B)/view_lint: $(B)/tests/lint/view_lint.o $(call libs,web)
	@echo "  LD $@" && $(CC) $(LDFLAGS) -o $@ $^ $(call needs,web)
lint: $(B)/view_lint
	@tests/lint/run $(B)/view_lint
size:
	@awk -f tests/lint/size.awk $(sort $(wildcard cgi-bin/*/*.[ch]))
fmt:
	clang-format -i $(wildcard cgi-bin/*/*.[ch] tests/*/*.[ch] tests/unit/*/*.c)

install: all
	deploy/install.sh $(B) "$(DESTDIR)" $(PREFIX)

clean:
	rm -rf $(B) build-asan build-fuzz

.PHONY: all programs static npm packages run unit http browser test bench \
	bench-word lighthouse pictures \
	asan fuzz fuzzers lint size fmt install clean
.SECONDARY:
-include $(shell find $(B) -name '*.d' 2>/dev/null)
