"""What phones do (vote, join a team), gathered for a moment and written together before it is confirmed."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from game.workshop.acts import Act, NotNowError
from game.workshop.log import Workshop

Answer = asyncio.Future[None]


class VoteBox:
    """Where votes go in. One write carries everything of the last *gather* seconds."""

    def __init__(self, workshop: Workshop, gather: float) -> None:
        self._workshop = workshop
        self._gather = gather
        self._waiting: list[tuple[Act, Answer]] = []
        self._last: dict[str, tuple[Act, Answer]] = {}
        self._task: asyncio.Task[None] | None = None

    async def cast(self, act: Act) -> None:
        """Do the *act* of a `device`; return when it is on disk. Raises NotNowError when it does not fit."""
        device = str(act["device"])
        last, answer = self._last.get(device, (None, None))
        if answer is None and self._counts_already(act):
            return
        if answer is None or last != act:  # tapping three times is one vote
            answer = asyncio.get_running_loop().create_future()
            self._waiting.append((act, answer))
            self._last[device] = act, answer
            if self._task is None:
                self._task = asyncio.create_task(self._empty())
        await asyncio.shield(answer)

    async def stop(self) -> None:
        """Write what is still waiting."""
        if self._task:
            await self._task

    def _counts_already(self, act: Act) -> bool:
        session, device = self._workshop.session, str(act["device"])
        if act["act"] == "join":
            return session.members.get(device) == act["team"]
        ballot = session.vote_of(device)
        return (
            ballot is not None
            and ballot.is_open
            and ballot.number == act["ballot"]
            and ballot.phones.get(device) == act["option"]
        )

    async def _empty(self) -> None:
        try:
            while self._waiting:
                await asyncio.sleep(self._gather)
                batch, self._waiting = self._waiting, []
                await self._write(batch)
                self._last = {device: last for device, last in self._last.items() if not last[1].done()}
        finally:
            self._task = None

    async def _write(self, batch: Sequence[tuple[Act, Answer]]) -> None:
        try:
            answers: Sequence[Exception | None] = await self._workshop.do_all_apart([act for act, _ in batch])
        except Exception as error:  # a screen that fails must not leave a room of phones waiting
            answers = [error] * len(batch)
        for (_, waiting), answer in zip(batch, answers, strict=True):
            if waiting.done():
                continue
            if answer is None:
                waiting.set_result(None)
            else:
                waiting.set_exception(
                    NotNowError(answer.reason) if isinstance(answer, NotNowError) else answer
                )
                waiting.exception()  # seen: whoever asked may have gone
