# What tools/test runs besides the test programs, each an entry of ctest so that its closing line tells all.
set(DUANWEN_FUZZ_SECONDS 10 CACHE STRING "How long each fuzz target runs in ctest")
set(DUANWEN_CHAOS_ROUNDS 20 CACHE STRING "How many faults tools/chaos makes in ctest")
set(DUANWEN_BOUNDS 5000 CACHE STRING "How many replies and conversations wait for tools/bounds in ctest")
find_program(PYTEST NAMES pytest-3 pytest REQUIRED)
set(pytest ${PYTEST} -q -p no:cacheprovider)

function(check name seconds)
  add_test(NAME ${name} COMMAND ${ARGN} WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
  set_tests_properties(${name} PROPERTIES TIMEOUT ${seconds} LABELS check)
endfunction()

check(format 120 tools/format --check)
check(style 120 tools/check_style)
check(style_rules 120 ${pytest} tests/style)
# They mostly wait, so two files at a time.
check(system 900 ${pytest} -n 2 --dist loadfile tests/system)
check(interop 120 tools/interop --check)
check(wireshark 300 tools/wireshark tests/system/test_links.py tests/system/test_listen.py
  tests/system/test_conversation.py tests/system/test_batching.py tests/system/test_receipts.py)
set_tests_properties(wireshark PROPERTIES SKIP_RETURN_CODE 77)
check(links 300 ${CMAKE_COMMAND} -E env DUANWEN_BIN=${CMAKE_BINARY_DIR}/bin
  tools/links --links 40 --carriers 5 --seconds 6 --backoff-max-s 1 --any-memory)
math(EXPR chaos_seconds "${DUANWEN_CHAOS_ROUNDS} * 12 + 60")
check(chaos ${chaos_seconds} tools/chaos --rounds ${DUANWEN_CHAOS_ROUNDS})
math(EXPR bounds_seconds "${DUANWEN_BOUNDS} / 200 + 120")
check(bounds ${bounds_seconds} tools/bounds --replies ${DUANWEN_BOUNDS} --conversations ${DUANWEN_BOUNDS}
  --in-memory-max 500 --down-s 1)
set_tests_properties(bounds PROPERTIES ENVIRONMENT DUANWEN_BIN=${CMAKE_BINARY_DIR}/bin)
check(texts 60 tools/texts/make_texts.py --check)
# The longest, so in halves, that neither core is left alone with it at the end.
check(tidy 1200 tools/tidy -j 1 --part 1/2)
check(tidy_others 1200 tools/tidy -j 1 --part 2/2)
# The longest begin first. The system tests mostly wait, so they leave two cores to what computes.
set_tests_properties(tidy PROPERTIES COST 1000)
set_tests_properties(system PROPERTIES COST 900)
set_tests_properties(tidy_others PROPERTIES COST 850)
set_tests_properties(property PROPERTIES COST 800)

file(GLOB fuzz_sources CONFIGURE_DEPENDS fuzz/*_fuzz.cpp)
foreach(source ${fuzz_sources})
  cmake_path(GET source STEM name)
  math(EXPR seconds "${DUANWEN_FUZZ_SECONDS} + 120")
  check(${name} ${seconds} tools/fuzz ${name} ${DUANWEN_FUZZ_SECONDS})
endforeach()
