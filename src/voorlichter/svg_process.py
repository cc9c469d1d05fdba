"""The process that draws one SVG: markup on standard input, a PNG on standard output, and nothing else within reach.

It is run as a script and imports nothing from the package.
"""

import sys
from contextlib import suppress

UNDRAWABLE = 3  # exit code for an SVG that resvg cannot draw; 1 is a fault of ours

_CPU_SECONDS = 10
_MEMORY_BYTES = 512 * 1024 * 1024


def _main() -> int:
    """Draw the SVG on standard input as a PNG on standard output."""
    import resvg_py

    markup = sys.stdin.buffer.read().decode()
    _limit_process()
    try:
        picture = resvg_py.svg_to_bytes(svg_string=markup, skip_system_fonts=True)
    except BaseException:  # a panic in resvg is not an Exception
        return UNDRAWABLE
    sys.stdout.buffer.write(picture)
    return 0


def _limit_process() -> None:
    try:
        import resource
    except ImportError:  # Windows: there the time limit of the parent is all
        return
    limits = {
        resource.RLIMIT_CPU: _CPU_SECONDS,
        resource.RLIMIT_AS: _MEMORY_BYTES,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_NOFILE: 3,  # the standard streams: from here on no file can be opened
    }
    for limit, most in limits.items():
        with suppress(ValueError, OSError):  # macOS does not take all of them
            resource.setrlimit(limit, (most, most))


if __name__ == "__main__":
    sys.exit(_main())
