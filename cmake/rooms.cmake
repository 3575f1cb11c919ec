# The rooms, in the order in which they may include each other:
# keywords <- config <- storage <- admin <- gateway.
function(room name)
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/${name}/*.cpp)
  list(FILTER sources EXCLUDE REGEX "/gateway/main\\.cpp$")
  if(NOT sources)
    add_library(${name} INTERFACE)
    target_link_libraries(${name} INTERFACE settings ${ARGN})
    return()
  endif()
  add_library(${name} STATIC ${sources})
  target_link_libraries(${name} PUBLIC settings ${ARGN})
endfunction()

room(keywords Boost::headers PkgConfig::icu-uc PkgConfig::opencc)
room(config keywords PkgConfig::tomlplusplus)
room(storage config asio PkgConfig::hiredis PkgConfig::spdlog)
room(admin storage PkgConfig::cpp-httplib)
room(gateway admin smpp34_tables)
