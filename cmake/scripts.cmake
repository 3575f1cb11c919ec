# The Lua scripts become part of the program: each with the library before it, and its SHA-1 for EVALSHA.
set(folder ${CMAKE_SOURCE_DIR}/storage/redis_store/scripts)
file(GLOB scripts CONFIGURE_DEPENDS ${folder}/*.lua)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${scripts})
list(REMOVE_ITEM scripts ${folder}/library.lua)
file(READ ${folder}/library.lua library)

set(values "")
set(names "")
foreach(script ${scripts})
  cmake_path(GET script STEM name)
  file(READ ${script} body)
  string(SHA1 digest "${library}${body}")
  string(APPEND values
    "const redis_script ${name}{\"${name}\", R\"lua(${library}${body})lua\", \"${digest}\"};\n")
  string(APPEND names "&${name}, ")
endforeach()

set(REDIS_SCRIPTS ${CMAKE_BINARY_DIR}/generated/redis_scripts.cpp)
file(CONFIGURE OUTPUT ${REDIS_SCRIPTS} @ONLY CONTENT [[
// Made from storage/redis_store/scripts by cmake/scripts.cmake.
#include "storage/redis_store/redis_scripts.hpp"

namespace duanwen::scripts {

@values@
std::vector<const redis_script*> all() { return {@names@}; }

}  // namespace duanwen::scripts
]])
