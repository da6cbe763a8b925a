from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    """Read from the environment; the key is injected by the platform."""

    azure_openai_endpoint: str = "https://acme-prod.openai.azure.com"
    azure_openai_api_key: str
    azure_openai_api_version: str = "2025-04-01-preview"
    azure_openai_deployment: str = "gpt-4.1"
    scorecard_path: str = "models/scorecard-2026-03.joblib"


settings = Settings()
