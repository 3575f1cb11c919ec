# How all of ours is compiled: C++20, warnings as errors, sanitizers where asked for, ccache where there.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)

find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
endif()

add_library(settings INTERFACE)
target_include_directories(settings INTERFACE ${CMAKE_SOURCE_DIR})
target_compile_options(settings INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror
  # g++ 12 reports coroutine frames as mismatched new and delete, and variants moved as a whole as read
  # before they were written, where they are not; the sanitizers watch both.
  $<$<CXX_COMPILER_ID:GNU>:-Wno-mismatched-new-delete>
  $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
target_link_options(settings INTERFACE -fuse-ld=lld)
define_property(TARGET PROPERTY DUANWEN_EQUIPMENT INITIALIZE_FROM_VARIABLE DUANWEN_EQUIPMENT)
if(DUANWEN_SANITIZE)
  target_compile_options(settings INTERFACE
    -fsanitize=address -fno-omit-frame-pointer
    # In tests and tools, checks for undefined behaviour find nothing of ours and cost a third of the time.
    $<$<NOT:$<BOOL:$<TARGET_PROPERTY:DUANWEN_EQUIPMENT>>>:-fsanitize=undefined>
    -fno-sanitize-recover=all
    # clang 14 can't compile coroutines with this check of calls through pointers.
    $<$<CXX_COMPILER_ID:Clang>:-fno-sanitize=function>)
  target_link_options(settings INTERFACE -fsanitize=address,undefined)
endif()

# Reading headers is much of a compilation: Asio, JSON, the standard library. Files that are joined share
# their unnamed namespaces too.
function(join name)
  if(DUANWEN_JOIN)
    set_target_properties(${name} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE ${DUANWEN_JOIN})
    # The warning is meant for headers, which a joined file looks like.
    target_compile_options(${name} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-Wno-subobject-linkage>)
  endif()
endfunction()
