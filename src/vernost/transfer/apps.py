from django.apps import AppConfig


class TransferConfig(AppConfig):
    name = "vernost.transfer"
