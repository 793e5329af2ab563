"""What the demo's people aim at."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Goals:
    """`on_track` are (measure, title), the first that grows is taken; the others are titles."""

    on_track: tuple[tuple[str, str], ...]
    at_risk: str
    reached: str
    of_person: str
    of_segment: str
    closed: str
    over: str
    why: str
    note: str
    decision: str
    conclusion: str


GOALS: Mapping[str, Goals] = {
    "en": Goals(
        on_track=(
            ("length_of_service", "Clients stay with us longer"),
            ("order_frequency", "Clients come more often"),
            ("mean_order", "Larger orders from those who know us"),
            ("revenue", "Growth from those whom we have"),
        ),
        at_risk="Keep more of the income of those whom we have",
        reached="Half of those who buy are regular",
        of_person="Every promised contact in time",
        of_segment="Regular clients of the segment",
        closed="More recommendations than last year",
        over="Fewer complaints",
        why="A regular client costs us a fifth of what a new one does, and tells us what is wrong before he leaves.",
        note="It went down in the weeks when two of us were ill: nobody called their clients.",
        decision="Each client gets a second person whom he knows.",
        conclusion="We asked for recommendations only after good reports. From now on after each finished work.",
    ),
    "ru": Goals(
        on_track=(
            ("length_of_service", "Клиенты остаются с нами дольше"),
            ("order_frequency", "Клиенты приходят чаще"),
            ("mean_order", "Более крупные заказы у тех, кто нас знает"),
            ("revenue", "Рост за счёт тех, кто уже с нами"),
        ),
        at_risk="Удержать больше дохода тех, кто уже с нами",
        reached="Половина покупающих — постоянные",
        of_person="Каждый обещанный контакт в срок",
        of_segment="Постоянные клиенты сегмента",
        closed="Рекомендаций больше, чем в прошлом году",
        over="Меньше жалоб",
        why="Постоянный клиент обходится впятеро дешевле нового и говорит, что не так, раньше, чем уйдёт.",
        note="Снизилось в те недели, когда двое болели: их клиентам никто не звонил.",
        decision="У каждого клиента будет второй знакомый ему человек.",
        conclusion="О рекомендациях просили только после удачных отчётов. Теперь — после каждой законченной работы.",
    ),
}
