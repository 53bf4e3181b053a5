"""One test that says one thing of many: a table of clauses, actions or commands; those that fail are named.

every_clause = for_each("clause", CLAUSES)

@every_clause
def test_a_clause_has_a_title(clause: Clause) -> None:
    assert clause.title

Parametrised tests say the same at twenty times the cost, which counts where the saying takes a millisecond.
Cases share the fixtures of their test, so nothing that a case leaves behind may matter to the next.
"""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Iterable, Mapping

Test = Callable[..., None]


def for_each(argument: str, cases: Mapping[str, object] | Iterable[str]) -> Callable[[Test], Test]:
    """Return a decorator that runs a test for each of the named cases, all of them, and tells which fail.

    Where cases have no names but their own, they are a list of texts. It may be put over another, and over or
    under ``parametrize``.
    """
    named = dict(cases) if isinstance(cases, Mapping) else {case: case for case in cases}
    assert named, f"no case of {argument}"

    def of_all(test: Test) -> Test:
        @functools.wraps(test)
        def each(**others: object) -> None:
            told = []
            for name, case in named.items():
                try:
                    test(**{argument: case}, **others)
                except AssertionError as wrong:
                    told.append(f"{name}: {wrong}")
                except Exception as error:
                    error.add_note(f"{argument}: {name}")
                    raise
            assert not told, "\n".join([f"{len(told)} of {len(named)} fail", *told])

        signature = inspect.signature(test)
        kept = [one for one in signature.parameters.values() if one.name != argument]
        each.__signature__ = signature.replace(parameters=kept)  # type: ignore[attr-defined]
        return each

    return of_all
