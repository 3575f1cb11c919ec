# The rooms, in the order in which they may include each other:
# keywords <- config <- storage <- admin <- gateway.
function(room name)
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/${name}/*.cpp)
  list(FILTER sources EXCLUDE REGEX "/gateway/main\\.cpp$")
  add_library(${name} STATIC ${sources})
  target_link_libraries(${name} PUBLIC settings ${ARGN})
  join(${name})
endfunction()

room(keywords Boost::headers PkgConfig::icu-uc PkgConfig::opencc)
include(${CMAKE_CURRENT_LIST_DIR}/readings.cmake)
target_sources(keywords PRIVATE ${READINGS})

if(DUANWEN_FUZZ)
  # Fuzz targets meet the domain and the pure part of the protocol; the rest takes long under sanitizers.
  file(GLOB_RECURSE protocol CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/gateway/smpp/*.cpp)
  foreach(file ${protocol})
    file(STRINGS ${file} shell REGEX "<(boost/asio|spdlog)|co_await|co_return" LIMIT_COUNT 1)
    if(shell)
      list(REMOVE_ITEM protocol ${file})
    endif()
  endforeach()
  add_library(fuzzed STATIC ${protocol} ${CMAKE_SOURCE_DIR}/config/addresses/address.cpp
      ${CMAKE_SOURCE_DIR}/config/addresses/percent.cpp)
  target_link_libraries(fuzzed PUBLIC keywords smpp34_tables PkgConfig::icu-i18n)
  return()
endif()

room(config keywords PkgConfig::tomlplusplus OpenSSL::Crypto)
room(storage config asio PkgConfig::hiredis PkgConfig::spdlog)
include(${CMAKE_CURRENT_LIST_DIR}/scripts.cmake)
target_sources(storage PRIVATE ${REDIS_SCRIPTS})
room(admin storage PkgConfig::cpp-httplib)
room(gateway admin smpp34_tables PkgConfig::icu-i18n)
