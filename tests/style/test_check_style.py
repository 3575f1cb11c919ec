"""Each rule of tools/check_style fires on the smallest file that breaks it, and not on what it allows."""
import pathlib
import subprocess
import sys

import pytest

CHECK = pathlib.Path(__file__).resolve().parents[2] / "tools" / "check_style"
HEADER = "#pragma once\n// What this is.\n"
UNFINISHED = "TO" + "DO"
ELSEWHERE = "/" + "work/main"


def complaints(tmp_path, files):
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    command = [sys.executable, CHECK, "--root", tmp_path]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == (1 if done.stdout else 0), done.stderr
    return done.stdout.splitlines()


def row(room, may_use="–"):
    return f"| `{room}` | words | {may_use} |\n"


def room_of_five(folder):
    return {f"{folder}/a{number}.hpp": HEADER for number in range(5)}


def awaiting(statement):
    return {"gateway/a.cpp": f"asio::awaitable<void> a() {{\n  {statement}\n}}\n"}


def of_lines(count, body="  f();\n"):
    return "void long_one(int a,\n              int b) {\n" + body * (count - 3) + "}\n"


FORBIDDEN = {
    "keywords_includes_config": ({"keywords/a.cpp": '#include "config/config.hpp"\n'}, "may not include"),
    "storage_includes_admin": ({"storage/a.cpp": '#include "admin/server.hpp"\n'}, "storage may not include"),
    "admin_includes_gateway": ({"admin/a.cpp": '#include "gateway/app.hpp"\n'}, "admin may not include"),
    "room_includes_a_tool": ({"gateway/a.cpp": '#include "tools/a.hpp"\n'}, "may not include"),
    "smpp34_tables": ({"gateway/a.cpp": '#include "def_list/tlv_id.list"\n'}, "belongs in gateway"),
    "smpp34_outside_wire": ({"gateway/smpp/link.cpp": "#include <smpp34.h>\n"}, "belongs in gateway/smpp"),
    "httplib_outside_admin": ({"gateway/app.cpp": "#include <httplib.h>\n"}, "belongs in admin"),
    "hiredis_outside_storage": ({"gateway/a.cpp": "#include <hiredis/hiredis.h>\n"}, "belongs in storage"),
    "hiredis_in_two_files": ({f"storage/{name}.cpp": "#include <hiredis/hiredis.h>\n" for name in "ab"},
                             "in one file"),
    "asio_in_keywords": ({"keywords/a.cpp": "#include <boost/asio/ip/tcp.hpp>\n"}, "belongs in shells"),
    "asio_in_sans_io": ({"gateway/smpp/session.cpp": "#include <boost/asio.hpp>\n"}, "belongs in shells"),
    "spdlog_in_config": ({"config/a.cpp": "#include <spdlog/spdlog.h>\n"}, "belongs in shells"),
    "spdlog_in_sans_io": ({"gateway/smpp/pdu.cpp": "#include <spdlog/spdlog.h>\n"}, "belongs in shells"),
    "circle_of_two": ({"keywords/a.hpp": HEADER + '#include "keywords/b.hpp"\n',
                       "keywords/b.hpp": HEADER + '#include "keywords/a.hpp"\n'}, "in a circle"),
    "type_of_one_name": ({f"{room}/a.hpp": HEADER + "namespace n {\nstruct choice {\n};\n}\n"
                          for room in ("config", "keywords")}, "n::choice is another type in config/a.hpp"),
    "circle_of_units": ({"keywords/a.hpp": HEADER, "keywords/b.hpp": HEADER,
                         "keywords/a.cpp": '#include "keywords/b.hpp"\n',
                         "keywords/b.cpp": '#include "keywords/a.hpp"\n'}, "includes in a circle"),
    "circle_of_rooms": ({"keywords/x/a.hpp": HEADER + '#include "keywords/y/b.hpp"\n',
                         "keywords/y/b.hpp": HEADER, "keywords/x/d.hpp": HEADER,
                         "keywords/y/c.hpp": HEADER + '#include "keywords/x/d.hpp"\n'}, "rooms in a circle"),
    "room_without_a_row": ({"ARCHITECTURE.md": "nothing\n", **room_of_five("keywords/x")}, "no row for"),
    "row_without_a_room": ({"ARCHITECTURE.md": row("keywords/x")}, "is no room"),
    "room_too_small": ({"ARCHITECTURE.md": row("keywords/x"), "keywords/x/a.hpp": HEADER},
                       "files, not"),
    "use_that_no_row_has": ({"ARCHITECTURE.md": row("keywords/x") + row("keywords/y"),
                             **room_of_five("keywords/x"), **room_of_five("keywords/y"),
                             "keywords/x/a.cpp": '#include "keywords/y/a0.hpp"\n'}, "which its row"),
    "row_with_an_idle_use": ({"ARCHITECTURE.md": row("keywords/x", "`y`") + row("keywords/y"),
                              **room_of_five("keywords/x"), **room_of_five("keywords/y")}, "does not use y"),
    "circle_of_one": ({"keywords/a.hpp": HEADER + '#include "keywords/a.hpp"\n'}, "in a circle"),
    "long_file": ({"keywords/a.cpp": "int a;\n" * 301}, "301 lines"),
    "long_function": ({"keywords/a.cpp": of_lines(61)}, "a function of 61 lines"),
    "long_member": ({"keywords/a.cpp": "class c {\n  void f() {\n" + "    g();\n" * 60 + "  }\n};\n"},
                    "a function of 62 lines"),
    "long_python_function": ({"tools/a.py": "def f():\n" + "    g()\n" * 60}, "a function of 61 lines"),
    "long_line": ({"keywords/a.cpp": "//" + "长" * 109 + "\n"}, "111 characters"),
    "unfinished": ({"tools/a.sh": f"# {UNFINISHED} later\n"}, "finish it"),
    "path_of_one_machine": ({"tools/a.sh": f"cd {ELSEWHERE}\n"}, "one machine only"),
    "no_pragma": ({"keywords/a.hpp": "// What this is.\nint a;\n"}, "#pragma once"),
    "no_comment": ({"keywords/a.hpp": "#pragma once\n#include <string>\n"}, "what it is"),
    "sleep_in_test": ({"tests/unit/a_test.cpp": "void t() { std::this_thread::sleep_for(s); }\n"}, "poll"),
    "sleep_in_python_test": ({"tests/system/test_a.py": "import time\ntime.sleep(1)\n"}, "poll"),
    "sleep_in_perl": ({"tests/system/peer.pl": "sleep 3;\n"}, "poll"),
    "await_aggregate": (awaiting('co_await h(P{"a", 1});'), "braces"),
    "await_bare_braces": (awaiting('co_await h({"a", 1});'), "braces"),
    "await_inside_aggregate": (awaiting('P q{.a = "x", .b = co_await f()};'), "braces"),
    "await_beside_aggregate": (awaiting('v.push_back(P{"x"}, co_await f());'), "braces"),
    "await_after_call": (awaiting("(co_await f()).g({1});"), "braces"),
    "await_return": (awaiting('co_return P{"x", co_await f()};'), "braces"),
    "await_in_condition": (awaiting('if (co_await h(P{"a"})) {\n    g();\n  }'), "braces"),
    "await_lambda": (awaiting("co_await h([s = std::move(l[0])] { return s; });"), "capturing lambda"),
    "await_executor": (awaiting("co_spawn(co_await executor, [p]() -> awaitable<void> { f(p); });"),
                       "capturing lambda"),
}

ALLOWED = {
    "room_to_its_left": {"gateway/a.cpp": '#include "keywords/decide.hpp"\n#include "admin/server.hpp"\n'},
    "libraries_in_place": {"gateway/smpp/wire/wire.cpp": '#include <smpp34.h>\n#include "def_list/a.list"\n',
                           "admin/server.cpp": "#include <httplib.h>\n",
                           "storage/resp.cpp": "#include <hiredis/hiredis.h>\n#include <hiredis/read.h>\n",
                           "gateway/smpp/link.cpp": "#include <boost/asio.hpp>\n#include <spdlog/fmt.h>\n"},
    "include_in_a_comment": {"keywords/a.cpp": '// #include "config/config.hpp"\n'},
    "rows_as_the_includes_are": {"ARCHITECTURE.md": row("config/x", "`keywords`") + row("keywords/y"),
                                 **room_of_five("config/x"), **room_of_five("keywords/y"),
                                 "config/x/a.cpp": '#include "keywords/y/a0.hpp"\n'},
    "diamond": {"keywords/a.hpp": HEADER + '#include "keywords/b.hpp"\n#include "keywords/c.hpp"\n',
                "keywords/b.hpp": HEADER + '#include "keywords/c.hpp"\n', "keywords/c.hpp": HEADER},
    "file_and_function_at_the_limit": {"keywords/a.cpp": "int a;\n" * 300, "keywords/b.cpp": of_lines(60)},
    "long_class": {"keywords/a.hpp": HEADER + "class c {\n" + "  int a;\n" * 100 + "};\n"},
    "long_namespace": {"keywords/a.cpp": "namespace n {\n" + "int a;\n" * 100 + "}  // namespace n\n"},
    "raw_string_with_braces": {"keywords/a.cpp": 'auto s = R"x(\n}\n{\n)x";\n'},
    "line_at_the_limit": {"keywords/a.cpp": "//" + "长" * 108 + "\n"},
    "poll_helper_waits": {"tests/system/poll.py": "import time\ntime.sleep(0.01)\n"},
    "simulated_clock": {"tests/sim/clock.cpp": "void t() { clock.sleep_until(time); }\n"},
    "path_of_every_machine": {"tools/a.sh": "cd /usr/share\ncd $root/work/build\n"},
    "aggregate_named_first": awaiting('P p{"a", 1};\n  co_await h(std::move(p));\n  P q{"b"};'),
    "await_in_a_condition": awaiting("if (co_await f()) {\n    P p{1};\n  }\n  while (!co_await g()) {\n  }"),
    "await_in_a_loop": awaiting("for (auto x : co_await f()) {\n    P p{x};\n  }"),
    "await_in_a_named_lambda": awaiting("auto l = [this]() -> awaitable<void> {\n    co_await f();\n  };"),
    "await_after_a_block": awaiting("if (a) {\n    b();\n  }\n  co_await f(v[0], s.at(1));\n  T t{1};"),
    "type_of_one_name_elsewhere": {f"{room}/a.hpp":
                                   HEADER + f"namespace {room} {{\nstruct choice {{\n}};\n}}\n"
                                   for room in ("config", "keywords")},
    "lambda_without_capture": awaiting("co_await f([](int a) { return a; });"),
}


@pytest.mark.parametrize("name", FORBIDDEN)
def test_rule_fires(tmp_path, name):
    """What a rule forbids is found, and found by that rule alone."""
    files, expected = FORBIDDEN[name]
    found = complaints(tmp_path, files)
    assert found and all(expected in line for line in found)


@pytest.mark.parametrize("name", ALLOWED)
def test_rule_stays_silent(tmp_path, name):
    """What a rule allows is let pass."""
    assert complaints(tmp_path, ALLOWED[name]) == []
