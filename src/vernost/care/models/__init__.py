from vernost.care.models.capacity import Capacity
from vernost.care.models.care_settings import CareSettings
from vernost.care.models.feed import Feed
from vernost.care.models.first_words import FirstWords
from vernost.care.models.planning import Planning
from vernost.care.models.rule import Rule
from vernost.care.models.touch import Touch

__all__ = ["Capacity", "CareSettings", "Feed", "FirstWords", "Planning", "Rule", "Touch"]
