# Caviard. Every target works from a fresh clone on Debian or Ubuntu with a Swift 6 toolchain.

SWIFT ?= swift
PREFIX ?= /usr/local
OUT ?= .build/demo
CASES ?= Fixtures/Cases
GOLD ?= Fixtures/Gold
BOOTSTRAP ?= 1000
DICTIONARY := .build/caviard.cvd
# With CONTAINERS=1 the command reads DOCX and EPUB too; it is built apart, so that the other keeps its products.
CONTAINERS ?=
WITH_CONTAINERS := --traits Containers --scratch-path .build/containers
RELEASE := $(if $(CONTAINERS),.build/containers,.build)/release/caviard
DEBUG := .build/debug/caviard
FUZZ := .build/fuzz$(if $(CONTAINERS),-containers)
FUZZ_TARGETS := xhtml html text markdown tokenizer records rules policies pipeline pictures styles $(if $(CONTAINERS),containers)
SECONDS ?= 60
SANITIZED_CASES ?= 400
PRE_COMMIT := .build/pre-commit/bin/pre-commit
LISTS := $(shell find Dictionaries -type f)

.PHONY: all zip test-containers test-gate python build debug test golden fuzz sanitize sanitize-address sanitize-thread demo \
  dictionaries lint format bench evaluate simulate install clean libraries

all: build test lint

# libxml2's headers: the one thing the build needs beside the toolchain.
libraries:
	@pkg-config --exists libxml-2.0 2>/dev/null || { \
	  sudo=; [ "$$(id -u)" = 0 ] || sudo=sudo; \
	  echo "installing libxml2-dev"; \
	  $$sudo apt-get update -qq && $$sudo apt-get install -y -qq libxml2-dev pkg-config; }

# libzip's headers, for DOCX and EPUB.
zip: libraries
	@pkg-config --exists libzip 2>/dev/null || { \
	  sudo=; [ "$$(id -u)" = 0 ] || sudo=sudo; \
	  echo "installing libzip-dev"; \
	  $$sudo apt-get update -qq && $$sudo apt-get install -y -qq libzip-dev; }

# For the tests and checks only.
python:
	@command -v python3 >/dev/null || { \
	  sudo=; [ "$$(id -u)" = 0 ] || sudo=sudo; \
	  echo "installing python3"; \
	  $$sudo apt-get update -qq && $$sudo apt-get install -y -qq python3; }

# The Swift runtime is linked in: the command runs where there is no toolchain.
build: libraries $(if $(CONTAINERS),zip)
	$(SWIFT) build -c release --product caviard --static-swift-stdlib $(if $(CONTAINERS),$(WITH_CONTAINERS))
	$(RELEASE) dictionary compile Dictionaries --output $(DICTIONARY)

debug: libraries
	$(SWIFT) build --product caviard

# Compiles the lists and the rules; a rule that fails one of its own sentences is refused. With REBUILD=1 the lists that come from
# packages are first written again from them, byte for byte.
dictionaries: debug
	$(if $(REBUILD),Dictionaries/rebuild.sh .build/packages)
	$(DEBUG) dictionary compile Dictionaries --output $(DICTIONARY)
	$(DEBUG) dictionary info

$(DICTIONARY): $(LISTS)
	$(MAKE) --no-print-directory debug
	$(DEBUG) dictionary compile Dictionaries --output $(DICTIONARY)

test: libraries python $(DICTIONARY)
	$(SWIFT) test --disable-xctest
	python3 Fixtures/check.py

# DOCX and EPUB. Where LibreOffice is installed it reads what was written.
test-containers: zip $(DICTIONARY)
	@command -v soffice >/dev/null || echo "skipped: no LibreOffice to read what is written (apt-get install libreoffice-writer)"
	$(SWIFT) build --build-tests $(WITH_CONTAINERS)
	$(SWIFT) test --skip-build --disable-xctest $(WITH_CONTAINERS) --filter 'ContainerTests|ContainerCommandTests|UnsupportedTests|ReplayTests'

# The gate as others run it, and pre-commit itself, from PyPI, on a repository with leaks of every sort. Where it cannot be
# installed that is said aloud.
test-gate: libraries python $(DICTIONARY)
	@[ -x $(PRE_COMMIT) ] || { rm -rf .build/pre-commit && python3 -m venv .build/pre-commit && \
	  .build/pre-commit/bin/pip install --quiet --disable-pip-version-check pre-commit==4.7.0; } || \
	  printf '\n======== SKIPPED ========\nPRE-COMMIT NOT TESTED: it cannot be installed (python3 -m venv, pip)\n=========================\n\n'
	$$([ ! -x $(PRE_COMMIT) ] || echo env CAVIARD_PRE_COMMIT=$(abspath $(PRE_COMMIT))) \
	  $(SWIFT) test --disable-xctest --filter 'PreCommitTests|PackagingTests|HookTests|RepositoryModesTests|CheckoutTests'

# Compares with the outputs a person has read. With RECORD=1 it rewrites them and fails, so that somebody reads the new ones.
golden: libraries
	$(if $(RECORD),CAVIARD_RECORD=1) $(SWIFT) test --disable-xctest --filter 'GoldenTests|CoarserWordingTests|GeneratedCaseTests'

# Fuzzes every target for SECONDS seconds (60), or only those of TARGET="xhtml rules"; what was found lies in .build/fuzz/run. With
# CONTAINERS=1 those of DOCX and EPUB too, in a build of their own (.build/fuzz-containers).
# Address and fuzzer as one option: of two, Swift's compiler takes the last. The gold linker warns of every symbol.
fuzz: libraries $(if $(CONTAINERS),zip) $(DICTIONARY)
	CAVIARD_FUZZ=1 $(SWIFT) build $(if $(CONTAINERS),--traits Containers) --scratch-path $(FUZZ) --product caviard-fuzz --sanitize fuzzer --sanitize address \
	  -Xswiftc -sanitize=fuzzer,address -Xswiftc -use-ld=lld
	Tests/FuzzProduct/fuzz.sh $(FUZZ)/debug/caviard-fuzz $(DICTIONARY) $(FUZZ)/run $(SECONDS) $(or $(TARGET),$(FUZZ_TARGETS))

# The tests with the address sanitizer, then with the thread sanitizer, each in a build of its own. The cases nobody wrote are
# fewer. Tests that limit the addresses of the command are left out, for a sanitizer needs terabytes of them, and, with the thread
# sanitizer, those that limit its files; the test run lists them. Leaks are not looked for here: the tagged pointers of Swift's
# enums look like leaks. `make fuzz` does, in the readers.
sanitize: sanitize-address sanitize-thread

sanitize-address sanitize-thread: sanitize-%: libraries python $(DICTIONARY)
	@echo "$* sanitizer: $(SANITIZED_CASES) generated cases instead of 2000"
	CAVIARD_SANITIZER=$* CAVIARD_CASES=$(SANITIZED_CASES) SWIFT_BACKTRACE=enable=no ASAN_OPTIONS=detect_leaks=0 \
	  TSAN_OPTIONS=suppressions=$(CURDIR)/Tests/thread-sanitizer.txt \
	  $(SWIFT) test --scratch-path .build/sanitize-$* --sanitize $* --disable-xctest

# Scrubs the fixtures, and shows one English and one French case before and after.
demo: build
	@rm -rf "$(OUT)"
	@$(RELEASE) scrub Fixtures/Cases --output "$(OUT)" || [ $$? = 1 ]
	@for case in en/0012-referral-letter-identifiers.txt fr/0109-entete-de-dossier.txt; do \
	  printf '\n──── %s: before ────\n' "$$case"; cat "Fixtures/Cases/$$case"; \
	  printf '\n──── %s: after ────\n' "$$case"; cat "$(OUT)/$$case"; \
	done
	@printf '\n──── what check says of the first ────\n'
	@$(RELEASE) check Fixtures/Cases/en/0012-referral-letter-identifiers.txt || [ $$? = 1 ]
	@printf '\n──── the gate on everything written ────\n'
	@$(RELEASE) gate "$(OUT)"
	@printf 'copies in %s, report and manifest in %s\n' "$(OUT)" "$(OUT)/.caviard"

lint: python $(DICTIONARY)
	$(SWIFT) format lint --strict --recursive Sources Tests Package.swift
	$(MAKE) --no-print-directory dictionaries
	python3 Fixtures/check.py

format:
	$(SWIFT) format format --in-place --recursive Sources Tests Package.swift

bench: build python
	python3 Tests/Benchmarks/bench.py $(RELEASE) "$(CASES)"

# Figures against a gold standard: GOLD=DIR, HALF=even|odd, BOOTSTRAP=N; the fixtures without GOLD.
evaluate: build
	$(RELEASE) evaluate --gold "$(GOLD)" --bootstrap $(BOOTSTRAP) $(if $(HALF),--half $(HALF))

# The risk model on synthetic populations of 2,000,000, about a quarter of an hour: figures and plots in .build/simulation.
simulate: libraries
	CAVIARD_SIMULATION=$(abspath $(if $(filter file,$(origin OUT)),.build/simulation,$(OUT))) \
	  $(SWIFT) test --disable-xctest --filter RiskSimulationTests
	cat $(if $(filter file,$(origin OUT)),.build/simulation,$(OUT))/simulation.txt

install: build
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(DESTDIR)$(PREFIX)/share/caviard"
	install -s -m 755 $(RELEASE) "$(DESTDIR)$(PREFIX)/bin/caviard"
	install -m 644 $(DICTIONARY) "$(DESTDIR)$(PREFIX)/share/caviard/caviard.cvd"

clean:
	rm -rf .build
