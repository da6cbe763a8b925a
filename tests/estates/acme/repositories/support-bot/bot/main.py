import os

from slack_bolt import App

from .answer import answer

app = App(token=os.environ["SLACK_BOT_TOKEN"])


@app.event("app_mention")
def on_mention(event: dict, say) -> None:
    say(answer(event["text"]))


if __name__ == "__main__":
    app.start(port=3000)
