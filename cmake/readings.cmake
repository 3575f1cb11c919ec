# How Chinese characters are read becomes part of the program, from the Unihan database.
find_package(Python3 REQUIRED COMPONENTS Interpreter)
set(unihan /usr/share/unicode/Unihan_Readings.txt.bz2)
set(maker ${CMAKE_SOURCE_DIR}/tools/readings/make_readings.py)
set(READINGS ${CMAKE_BINARY_DIR}/generated/readings.cpp)
add_custom_command(OUTPUT ${READINGS} DEPENDS ${maker} VERBATIM
  COMMAND ${Python3_EXECUTABLE} ${maker} ${unihan} > ${READINGS})
